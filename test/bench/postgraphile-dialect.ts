import { impact } from './postgraphile-impact';
import {
  byName,
  code,
  day,
  event,
  inLanguage,
  lines,
  named,
  nodes,
  page,
  type Row,
  sorted,
  type Translation,
  text,
  withLines,
} from './postgraphile-words';
import type { QueryName } from './queries';
import type { Dialect } from './targets';

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
  Q3: impact,
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
