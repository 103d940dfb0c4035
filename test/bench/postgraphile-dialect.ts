import type { Language, QueryName } from './queries';
import type { BenchRequest } from './requests';
import type { Dialect } from './targets';

/** A question in the words of PostGraphile's schema, and its answer in those of ours. */
interface Translation {
  readonly document: string;
  readonly variables: (request: BenchRequest) => Record<string, unknown>;
  // biome-ignore lint/suspicious/noExplicitAny: what arrives is compared with the other answers, which checks it whole
  readonly answer: (data: any, request: BenchRequest) => unknown;
}

// biome-ignore-start lint/suspicious/noExplicitAny: as above
type Row = any;
const text = (value: string | null) => (value === null ? null : { value });
const code = (value: string | null) => (value === null ? null : { code: value });
const page = (list: Row, node: (row: Row) => unknown) => ({
  nodes: list.nodes.map(node),
  pageInfo: list.pageInfo,
});
const nodes = (list: Row, node: (row: Row) => unknown) => ({ nodes: list.nodes.map(node) });
const day = ({ startDate: start, endDate: end, year }: Row) => ({ start, end, year });
const named = (row: Row) => row && { id: row.rowId, name: text(row.nameIn) };
const line = ({ rowId: id, kind, descriptionIn, quantity, unit, basis }: Row) => ({
  id,
  ...(kind !== undefined && { kind: code(kind) }),
  description: text(descriptionIn),
  quantity: quantity === null ? null : { value: quantity, unit: code(unit), basis },
});
const figure = (row: Row) => ({
  id: row.rowId,
  slug: row.slug,
  label: text(row.labelIn),
  measure: {
    value: row.value,
    unit: code(row.unit),
    qualifier: row.qualifier,
    basis: row.basis,
    asOf: row.periodEnd ?? row.reportedEnd,
  },
});
// biome-ignore-end lint/suspicious/noExplicitAny: as above

const byName = (language: Language) => [language === 'ar' ? 'SORT_AR_ASC' : 'SORT_EN_ASC', 'ROW_ID_ASC'];
const inLanguage = ({ variables, language }: BenchRequest) => ({ ...variables, language });
const sorted = (request: BenchRequest) => ({ ...inLanguage(request), byName: byName(request.language) });

const lines = `
        activities(orderBy: [POSITION_ASC]) { nodes { rowId kind descriptionIn(language: $language) quantity unit basis } }
        results(orderBy: [POSITION_ASC]) { nodes { rowId descriptionIn(language: $language) quantity unit basis } }`;
const withLines = (row: Row) => ({
  activities: row.activities.nodes.map(line),
  results: row.results.nodes.map(line),
});
const figures = (subject: string, type: string) => `
    ${subject}Contributions(inYear: $year)
    ${subject}Figures(inYear: $year, first: $first) { nodes { ...${type} } pageInfo { hasNextPage } }`;
const figureTypes = ['Figure', 'CampaignsFigure', 'EventsFigure', 'LegalFigure'];
const figureFragments = figureTypes.map(
  (type) => `
fragment ${type} on ${type} {
  rowId slug labelIn(language: $language) value unit qualifier basis periodEnd reportedEnd
}`,
);
const impactPart = (row: Row, subject: string) => ({
  contributingOrganizations: row[`${subject}Contributions`],
  figures: page(row[`${subject}Figures`], figure),
});

const translations: Readonly<Record<QueryName, Translation>> = {
  Q1: {
    document: `query Q1($first: Int!, $language: String!) {
  allEventsEvents(first: $first, orderBy: [SORT_DAY_ASC, ROW_ID_ASC]) {
    nodes {
      rowId slug titleIn(language: $language) startDate endDate year
      organizer { rowId nameIn(language: $language) }
    }
    pageInfo { hasNextPage }
  }
}`,
    variables: inLanguage,
    answer: ({ allEventsEvents }) => ({
      events: page(allEventsEvents, (row) => ({
        id: row.rowId,
        slug: row.slug,
        title: text(row.titleIn),
        date: day(row),
        organizer: named(row.organizer),
      })),
    }),
  },
  Q2: {
    document: `query Q2($organization: String!, $first: Int!, $language: String!, $byName: [CampaignsCampaignOrderBy!]) {
  organizationByRowId(rowId: $organization) {
    rowId slug nameIn(language: $language)
    campaigns(first: $first, orderBy: $byName) {
      nodes { rowId slug titleIn(language: $language) kind status ${lines} }
      pageInfo { hasNextPage }
    }
  }
}`,
    variables: sorted,
    answer: ({ organizationByRowId: organization }) => ({
      organization: {
        ...named(organization),
        slug: organization.slug,
        campaigns: page(organization.campaigns, (row) => ({
          id: row.rowId,
          slug: row.slug,
          title: text(row.titleIn),
          kind: code(row.kind),
          status: row.status,
          ...withLines(row),
        })),
      },
    }),
  },
  Q3: {
    document: `query Q3($organization: String!, $year: Int!, $first: Int!, $language: String!, $byName: [LegalServiceOrderBy!]) {
  organizationByRowId(rowId: $organization) {
    rowId nameIn(language: $language)
    ${figures('member', 'Figure')}
    ${figures('campaign', 'CampaignsFigure')}
    campaignsInYear(inYear: $year, language: $language, first: $first) { nodes { rowId titleIn(language: $language) } }
    ${figures('event', 'EventsFigure')}
    heldInYear(inYear: $year)
    eventsInYear(inYear: $year, first: $first) { nodes { rowId titleIn(language: $language) } }
    ${figures('service', 'LegalFigure')}
    services(first: $first, orderBy: $byName) { nodes { rowId nameIn(language: $language) } }
  }
}${figureFragments.join('')}`,
    variables: (request) => {
      const { period, ...variables } = sorted(request) as Row;
      return { ...variables, year: period.year };
    },
    answer: ({ organizationByRowId: row }, { variables }) => {
      const { year } = variables.period as { year: number };
      const titled = ({ rowId: id, titleIn }: Row) => ({ id, title: text(titleIn) });
      return {
        impactReport: {
          organization: named(row),
          period: { start: `${year}-01-01`, end: `${year}-12-31`, label: text(String(year)) },
          members: impactPart(row, 'member'),
          campaigns: { ...impactPart(row, 'campaign'), campaigns: nodes(row.campaignsInYear, titled) },
          events: {
            ...impactPart(row, 'event'),
            held: row.heldInYear,
            events: nodes(row.eventsInYear, titled),
          },
          services: { ...impactPart(row, 'service'), services: nodes(row.services, named) },
        },
      };
    },
  },
  Q4: {
    document: `query Q4($first: Int!, $language: String!, $byName: [LegalServiceOrderBy!]) {
  allLegalServices(first: $first, orderBy: $byName) {
    nodes { rowId slug nameIn(language: $language) descriptionIn(language: $language) category languageCount }
    pageInfo { hasNextPage }
  }
}`,
    variables: sorted,
    answer: ({ allLegalServices }) => ({
      services: page(allLegalServices, (row) => ({
        ...named(row),
        slug: row.slug,
        description: text(row.descriptionIn),
        category: code(row.category),
        languageCount: row.languageCount,
      })),
    }),
  },
  Q5: {
    document: `query Q5($first: Int!, $language: String!) {
  allEventsEvents(first: $first, orderBy: [SORT_DAY_ASC, ROW_ID_ASC]) {
    nodes {
      rowId titleIn(language: $language)
      link { campaign { rowId titleIn(language: $language) lead { rowId nameIn(language: $language) } } }
    }
    pageInfo { hasNextPage }
  }
}`,
    variables: inLanguage,
    answer: ({ allEventsEvents }) => ({
      events: page(allEventsEvents, ({ rowId: id, titleIn, link }) => {
        const campaign = link?.campaign;
        return {
          id,
          title: text(titleIn),
          campaign: campaign
            ? { id: campaign.rowId, title: text(campaign.titleIn), organization: named(campaign.lead) }
            : null,
        };
      }),
    }),
  },
  Q6: {
    document: `query Q6(
  $organization: String!, $first: Int!, $language: String!
  $byName: [CampaignsCampaignOrderBy!], $servicesByName: [LegalServiceOrderBy!]
) {
  organizationByRowId(rowId: $organization) {
    rowId slug nameIn(language: $language)
    campaigns(first: $first, orderBy: $byName) { nodes { rowId slug titleIn(language: $language) status } }
    events(first: $first, orderBy: [SORT_DAY_ASC, ROW_ID_ASC]) {
      nodes { rowId slug titleIn(language: $language) startDate endDate year }
    }
    services(first: $first, orderBy: $servicesByName) {
      nodes { rowId slug nameIn(language: $language) languageCount }
    }
  }
}`,
    variables: (request) => ({ ...sorted(request), servicesByName: byName(request.language) }),
    answer: ({ organizationByRowId: organization }) => ({
      organization: {
        ...named(organization),
        slug: organization.slug,
        campaigns: nodes(organization.campaigns, ({ rowId: id, slug, titleIn, status }) => ({
          id,
          slug,
          title: text(titleIn),
          status,
        })),
        events: nodes(organization.events, event),
        services: nodes(organization.services, (row) => ({
          ...named(row),
          slug: row.slug,
          languageCount: row.languageCount,
        })),
      },
    }),
  },
  Q7: {
    document: `query Q7($first: Int!, $few: Int!, $language: String!, $byName: [CampaignsCampaignOrderBy!]) {
  allCampaignsCampaigns(first: $first, orderBy: $byName) {
    nodes {
      rowId slug kind status
      titleIn(language: $language) objectiveIn(language: $language) noteIn(language: $language)
      lead { rowId slug nameIn(language: $language) }
      credits(condition: { role: "PARTNER" }, orderBy: [POSITION_ASC]) {
        nodes { credited { rowId nameIn(language: $language) } }
      }
      ${lines}
      eventsByDay(first: $few) { nodes { rowId slug titleIn(language: $language) startDate endDate year } }
      servicesByName(language: $language, first: $few) {
        nodes { rowId slug nameIn(language: $language) descriptionIn(language: $language) }
      }
    }
    pageInfo { hasNextPage }
  }
}`,
    variables: sorted,
    answer: ({ allCampaignsCampaigns }) => ({
      campaigns: page(allCampaignsCampaigns, (row) => ({
        id: row.rowId,
        slug: row.slug,
        title: text(row.titleIn),
        objective: text(row.objectiveIn),
        note: text(row.noteIn),
        kind: code(row.kind),
        status: row.status,
        organization: row.lead && { ...named(row.lead), slug: row.lead.slug },
        partners: row.credits.nodes.map(({ credited }: Row) => named(credited)),
        ...withLines(row),
        events: nodes(row.eventsByDay, event),
        services: nodes(row.servicesByName, (service) => ({
          ...named(service),
          slug: service.slug,
          description: text(service.descriptionIn),
        })),
      })),
    }),
  },
};

function event(row: Row): unknown {
  return { id: row.rowId, slug: row.slug, title: text(row.titleIn), date: day(row) };
}

/** Both are done outside the time that is measured. */
export const postgraphileDialect: Dialect = {
  ask(request) {
    const { document, variables } = translations[request.query];
    const body = { operationName: request.query, query: document, variables: variables(request) };
    return { ...request, body: JSON.stringify(body) };
  },
  read(answer, request) {
    const { data } = JSON.parse(answer) as { data: unknown };
    return { data: translations[request.query].answer(data, request) };
  },
};
