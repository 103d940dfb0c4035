import { code, named, nodes, page, type Row, sorted, type Translation, text } from './postgraphile-words';

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

export const impact: Translation = {
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
};
