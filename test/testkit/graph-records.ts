import { dateLabel } from '../../subgraphs/events/event/date-label';
import { figureFields, readFigure, readSources } from './figure-answer';

/**
 * What the graph tells of a record, in the shape of its seed file: codes for terms and slugs for records, so that the
 * two can be compared record by record. `fields` is read from the graph, `read` turns an answer round.
 */
export interface RecordShape {
  readonly fields: string;
  // biome-ignore lint/suspicious/noExplicitAny: an answer
  read(answer: any): object;
}

const text = '{ ...both }';
const sources = 'sources { document { code } lines } note { ...both }';
const measure = '{ value unit { code } qualifier basis }';

export const figureShape: RecordShape = { fields: figureFields(), read: readFigure };

export const organizationShape: RecordShape = {
  fields: `slug name ${text} acronym kind { code } place { code } country { code } role { code } description ${text}
    parent { slug } collective establishment { code } activeSince ${sources}
    officials { name ${text} title ${text} sources { document { code } lines } }`,
  read: ({ name, place, parent, establishment, officials, ...rest }) => ({
    ...codes(rest, 'kind', 'country', 'role'),
    names: name,
    city: code(place),
    parent: slug(parent),
    status: code(establishment),
    officials: officials.map((one: Sourced) => withSource(one)),
  }),
};

export const campaignShape: RecordShape = {
  fields: `slug organization { slug } kind { code } parent { slug } acronym title ${text} subtitle ${text}
    objective ${text} objectiveSources { document { code } lines } columnReading { code } country { code }
    activities { kind { code } description ${text} quantity ${measure} ${sources} }
    results { description ${text} quantity ${measure} ${sources} }
    sdgTargets { code } themes { code } governmentLevels { code } collaborationKinds { code } audiences { code }
    places { code } instruments { code } partners { slug } funders { slug }
    period { label ${text} start end } ${sources}`,
  read: ({
    title,
    organization,
    parent,
    places,
    objective,
    objectiveSources,
    activities,
    results,
    ...rest
  }) => {
    const { partners, funders, ...more } = rest;
    return {
      ...codes(more, 'kind', 'columnReading', 'country', ...lists),
      titles: title,
      organisation: slug(organization),
      parent: slug(parent),
      cities: codeList(places),
      objective: objective && { ...objective, source: readSources(objectiveSources) },
      partners: partners.map(slug),
      funders: funders.map(slug),
      activities: activities.map((line: Line) => ({ activityKind: code(line.kind), ...readLine(line) })),
      results: results.map(readLine),
    };
  },
};

export const eventShape: RecordShape = {
  fields: `slug title ${text} kind { code } organizer { slug } coOrganizers { slug } campaign { slug }
    date { start end year monthDay precision { code } label ${text} } place { code } venue { slug } country { code }
    series occurrence audiences { code } quantities { label ${text} measure ${measure} } ${sources}`,
  read: ({ title, organizer, coOrganizers, campaign, date, venue, occurrence, quantities, ...rest }) => ({
    ...codes(rest, 'kind', 'place', 'country', 'audiences'),
    titles: title,
    organiser: slug(organizer),
    coOrganisers: coOrganizers.map(slug),
    programme: slug(campaign),
    date: { ...date, precision: code(date.precision) },
    venue: slug(venue),
    status: occurrence,
    quantities: quantities.map(({ label, measure: counted }: { label: object; measure: Counted }) => ({
      ...label,
      ...counted,
      unit: code(counted.unit),
    })),
  }),
};

export const serviceShape: RecordShape = {
  fields: `slug provider { slug } campaign { slug } name ${text} description ${text} category { code }
    languages { code } languageCount eligibility ${text} audiences { code } places { code } cost { code }
    share { value unit { code } } stepOrder referralTo { slug } ${sources}
    serviceFigures(first: 100) { nodes { slug } }`,
  read: ({ provider, campaign, name, share, referralTo, serviceFigures, ...rest }) => ({
    ...codes(rest, 'category', 'cost', 'languages', 'audiences', 'places'),
    provider: slug(provider),
    programme: slug(campaign),
    names: name,
    share: share && { value: share.value, unit: code(share.unit) },
    referralTo: referralTo.map(slug),
    indicators: serviceFigures.nodes.map(slug),
  }),
};

export const storyShape: RecordShape = {
  fields: `label ${text} nationality { code } livedIn { code } occupation ${text} dependants situation ${text}
    needs { code } outcome ${text} campaign { slug organization { slug } } services { slug } event { slug }`,
  read: ({ campaign, services, event, nationality, livedIn, needs, ...rest }) => ({
    ...rest,
    nationality: code(nationality),
    livedIn: code(livedIn),
    needs: codeList(needs),
    organisation: slug(campaign.organization),
    programme: slug(campaign),
    services: services.map(slug),
    event: slug(event),
  }),
};

/** What every term tells; instruments and targets, which are terms of their own type, have no `details`. */
export const termFields = `code label ${text} ${sources}`;

/** What the sources leave out of a date, the graph puts into words; the words are tested on their own. */
export function dateInWords(date: { start: string | null; end: string | null } & Record<string, unknown>) {
  const { start, end, year, monthDay, precision } = date as never as Record<string, never>;
  return dateLabel({
    startDate: start!,
    endDate: end!,
    year: year!,
    monthDay: monthDay!,
    datePrecision: precision!,
  });
}

interface Coded {
  readonly code: string;
}
type Sourced = { sources: Parameters<typeof readSources>[0] };
type Counted = { value: number; unit: Coded; qualifier: string };
type Line = Sourced & { kind?: Coded; description: object; quantity: Counted | null; note: object | null };

const lists = ['sdgTargets', 'themes', 'governmentLevels', 'collaborationKinds', 'audiences', 'instruments'];
const code = (term: Coded | null | undefined) => term?.code ?? null;
const codeList = (terms: readonly Coded[]) => terms.map((term) => term.code);
const slug = (record: { slug: string } | null) => record?.slug ?? null;

function withSource<Row extends Sourced>({ sources: given, ...row }: Row) {
  return { ...row, source: readSources(given) };
}

function codes({ sources: given, ...row }: Record<string, never> & Sourced, ...names: string[]) {
  const replaced = names
    .filter((name) => name in row)
    .map((name) => [name, Array.isArray(row[name]) ? codeList(row[name]) : code(row[name])]);
  return { ...row, ...Object.fromEntries(replaced), source: readSources(given) };
}

function readLine({ description, quantity, note, sources: given }: Line) {
  return {
    ...description,
    quantity: quantity?.value ?? null,
    unit: code(quantity?.unit),
    qualifier: quantity?.qualifier ?? null,
    note,
    source: readSources(given),
  };
}
