import fc from 'fast-check';
import { newId, seedId } from '../../../shared/schema/type-id';
import { changesOf } from '../../testkit/changes';
import { frameworksOf, type SeenIndicator } from '../../testkit/frameworks';
import { type Asker, transports } from '../../testkit/hub';
import { hubOfItsOwn } from '../../testkit/own-hub';

const lead: Asker = 'mima:CAMPAIGNER';
const partner: Asker = 'bicf:CAMPAIGNER';
const mima = seedId('Organization', 'mima');
const bicf = seedId('Organization', 'bicf');
const year = ['2026-01-01', '2026-12-31'] as const;
const sum = 'value qualifier gap contributingIndicators partlyOutside';
describe.each(transports)('over the %s transport, a sum', (transport) => {
  const { hub, administrator } = hubOfItsOwn(transport);
  const { change, refusal } = changesOf(hub);
  const { newCampaign, count, fill } = frameworksOf(hub);
  let campaign: string;
  let theirs: string;
  beforeEach(async () => {
    campaign = await newCampaign(lead);
    theirs = await newCampaign(partner);
  });

  async function join(): Promise<void> {
    const invited = { campaign, partner: bicf };
    const { partnership } = await change(lead, 'campaignPartnerInvite', invited, 'partnership { id }');
    await change(partner, 'campaignPartnerJoin', { partnership: partnership.id }, '__typename');
  }
  const rollUp = async (id: string, as: Asker = lead, period = '{ year: 2026 }') => {
    const { data, errors } = await hub.ask(
      `{ indicator(id: "${id}") { rollUp(period: ${period}) { ${sum} } } }`,
      { as },
    );
    expect(errors).toBeUndefined();
    return data.indicator.rollUp;
  };
  const point = (as: Asker, { id, version }: SeenIndicator, ...contributesTo: string[]) =>
    change(as, 'indicatorUpdate', { indicator: id, version, contributesTo }, 'indicator { version }');
  const codesOf = (answers: readonly { userErrors: readonly { code: string }[] }[]) =>
    answers.flatMap(({ userErrors }) => userErrors.map(({ code }) => code));

  it('has its own figure and its partner’s, each once', async () => {
    await join();
    const whole = await count(lead, campaign);
    await fill(lead, whole, year, { actual: { value: '100.1' } });
    const own = await count(lead, campaign, { contributesTo: [whole.id] });
    await fill(lead, own, year, { actual: { value: '10' } });
    const far = await count(partner, theirs, { contributesTo: [whole.id, own.id] });
    await fill(partner, far, year, { actual: { value: '1' } });
    const both = { qualifier: 'EXACT', gap: null, partlyOutside: 0 };
    expect(await rollUp(whole.id)).toEqual({ ...both, value: '111.1', contributingIndicators: 3 });
    expect(await rollUp(own.id)).toEqual({ ...both, value: '11', contributingIndicators: 2 });
    expect(await rollUp(far.id, partner)).toEqual({ ...both, value: '1', contributingIndicators: 1 });
    const { data } = await hub.ask(
      `{ whole: indicator(id: "${whole.id}") { contributors { totalCount nodes { id } } }
         far: indicator(id: "${far.id}") { contributesTo { id } campaign { id } } }`,
      { as: lead },
    );
    expect(data.whole.contributors).toEqual({ totalCount: 2, nodes: [{ id: own.id }, { id: far.id }] });
    expect(data.far).toEqual({ contributesTo: [{ id: whole.id }, { id: own.id }], campaign: { id: theirs } });
  });

  it('has only what its reader sees, and says of how many', async () => {
    await join();
    const whole = await count(lead, campaign);
    await fill(lead, whole, year, { actual: { value: '100' } });
    const far = await count(partner, theirs, { contributesTo: [whole.id] });
    await fill(partner, far, year, { actual: { value: '1' } });
    expect(await rollUp(whole.id, 'iom:VIEWER')).toMatchObject({ value: '101', contributingIndicators: 2 });
    await administrator(
      `update campaigns.campaign set sharing_level = 'PRIVATE', chosen_level = 'PRIVATE' where id = $1`,
      [theirs],
    );
    expect(await rollUp(whole.id, 'iom:VIEWER')).toMatchObject({ value: '100', contributingIndicators: 1 });
    expect(await rollUp(whole.id, lead)).toMatchObject({ value: '100', contributingIndicators: 1 });
    expect(await rollUp(whole.id, partner)).toMatchObject({ value: '101', contributingIndicators: 2 });
  });

  it('has figures of whole periods only, and counts those that lie partly outside', async () => {
    const made = await count(lead, campaign);
    const first = await fill(lead, made, ['2025-10-01', '2026-03-31'], { actual: { value: '5' } });
    const second = await fill(lead, first, ['2026-04-01', '2026-06-30'], { actual: { value: '7' } });
    await fill(lead, second, ['2026-07-01', '2026-12-31'], {
      actual: { value: '8', qualifier: 'MORE_THAN' },
    });
    expect(await rollUp(made.id)).toEqual({
      ...{ value: '15', qualifier: 'MORE_THAN', gap: null, contributingIndicators: 1, partlyOutside: 1 },
    });
    expect(await rollUp(made.id, lead, '{ start: "2026-04-01", end: "2026-06-30" }')).toMatchObject({
      ...{ value: '7', qualifier: 'EXACT', partlyOutside: 0 },
    });
    expect(await rollUp(made.id, lead, '{ year: 2025 }')).toEqual({
      ...{ value: null, qualifier: null, gap: 'NOTHING_REPORTED' },
      ...{ contributingIndicators: 0, partlyOutside: 1 },
    });
    expect(await rollUp(made.id, lead, '{}')).toMatchObject({ value: '20', partlyOutside: 0 });
  });

  it('is none where the indicator says that it is not to be summed', async () => {
    const made = await count(lead, campaign, { aggregable: false });
    await fill(lead, made, year, { actual: { value: '5' } });
    expect(await rollUp(made.id)).toEqual({
      ...{ value: null, qualifier: null, gap: 'NOT_AGGREGABLE' },
      ...{ contributingIndicators: 0, partlyOutside: 0 },
    });
  });

  it('leaves out what was put away', async () => {
    const whole = await count(lead, campaign);
    await fill(lead, whole, year, { actual: { value: '100' } });
    const own = await count(lead, campaign, { contributesTo: [whole.id] });
    const { version } = await fill(lead, own, year, { actual: { value: '10' } });
    await change(lead, 'indicatorArchive', { indicator: own.id, version }, '__typename');
    expect(await rollUp(whole.id)).toMatchObject({ value: '100', contributingIndicators: 1 });
  });

  it('takes nothing that cannot be added to it', async () => {
    await join();
    const whole = await count(lead, campaign);
    const refused = async (given: object, as = lead, of = campaign) => {
      const made = await count(as, of, given);
      return codesOf([await point(as, made, whole.id)]);
    };
    expect(await refused({ unit: 'workshops' })).toEqual(['NOT_ADDABLE']);
    expect(await refused({ aggregable: false })).toEqual(['NOT_ADDABLE']);
    expect(await refused({ measure: 'PERCENTAGE', unit: null, aggregable: false })).toEqual(['NOT_ADDABLE']);
    expect(await refused({}, partner, theirs)).toEqual([]);
    const stranger: Asker = 'iom-morocco:CAMPAIGNER';
    expect(await refused({}, stranger, await newCampaign(stranger))).toEqual(['NOT_A_PARTNER']);
  });

  it('tells nobody of an indicator that they do not see', async () => {
    const hidden = await count(partner, theirs);
    await administrator(
      `update campaigns.campaign set sharing_level = 'PRIVATE', chosen_level = 'PRIVATE' where id = $1`,
      [theirs],
    );
    const own = await count(lead, campaign);
    for (const id of [hidden.id, seedId('Indicator', 'nothing')]) {
      const input = { indicator: own.id, version: 1, contributesTo: [id] };
      expect(await refusal(lead, 'indicatorUpdate', input)).toEqual(['NOT_FOUND contributesTo']);
    }
  });

  it('never goes round in a circle, also when two writers add the two halves at once', async () => {
    const chain = [
      await count(lead, campaign),
      await count(lead, await newCampaign(lead)),
      await count(lead, campaign),
    ];
    expect(codesOf([await point(lead, chain[0]!, chain[0]!.id)])).toEqual(['CONTRIBUTES_TO_ITSELF']);
    const answers = await Promise.all(
      chain.map((one, n) => point(lead, one, chain[(n + 1) % chain.length]!.id)),
    );
    expect(codesOf(answers)).toEqual(['CONTRIBUTES_TO_ITSELF']);
  });

  it('is what adding up each indicator once comes to, however they are linked', async () => {
    const node = fc.record({
      values: fc.array(
        fc.record({ month: fc.integer({ min: 1, max: 12 }), cents: fc.integer({ min: 0, max: 1e9 }) }),
        { maxLength: 3 },
      ),
      serves: fc.array(fc.nat(7), { maxLength: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(node, { minLength: 2, maxLength: 8 }), async (drawn) => {
        const ids = drawn.map(() => newId('Indicator'));
        // Only towards later ones, so that there is no circle.
        const links = drawn.flatMap(({ serves }, n) =>
          [...new Set(serves)].filter((to) => to > n && to < drawn.length).map((to) => [n, to] as const),
        );
        const figures = drawn.flatMap(({ values }, n) =>
          [...new Map(values.map((one) => [one.month, one])).values()].map((one) => ({ ...one, n })),
        );
        await plant(ids, links, figures);
        const expected = ids.map((_, root) => {
          const counted = reaching(root, links);
          const found = figures.filter(({ n, month }) => counted.has(n) && month <= 6);
          if (found.length === 0) return { value: null, contributingIndicators: 0 };
          return {
            value: found.reduce((all, { cents }) => all + cents, 0) / 100,
            contributingIndicators: new Set(found.map(({ n }) => n)).size,
          };
        });
        const asked = ids.map(
          (id, n) =>
            `i${n}: indicator(id: "${id}") { rollUp(period: { start: "2026-01-01", end: "2026-06-30" }) { ${sum} } }`,
        );
        const { data, errors } = await hub.ask(`{ ${asked.join(' ')} }`, { as: 'iom:VIEWER' });
        expect(errors).toBeUndefined();
        const answered = ids.map((_, n) => {
          const { value, contributingIndicators } = data[`i${n}`].rollUp;
          return { value: value === null ? null : Number(value), contributingIndicators };
        });
        expect(answered).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });

  /** Rows past the mutations, since a property needs many; every one of them could be made by those. */
  async function plant(
    ids: readonly string[],
    links: readonly (readonly [number, number])[],
    figures: readonly { readonly n: number; readonly month: number; readonly cents: number }[],
  ): Promise<void> {
    const of = [mima, 'COALITION_SUMMARY'];
    await administrator(
      `insert into campaigns.indicator (organization_id, sharing_level, subject_id, id, position, title, measure, unit, ascending, aggregable, sources)
       select $1, $2, $3, id, 0, '{}', 'UNIT', 'people', true, true, '[]' from unnest($4::text[]) id`,
      [...of, campaign, ids],
    );
    await administrator(
      `insert into campaigns.indicator_link (organization_id, sharing_level, subject_id, position, indicator_id)
       select $1, $2, one, 0, other from unnest($3::text[], $4::text[]) as l(one, other)`,
      [...of, links.map(([one]) => ids[one]), links.map(([, other]) => ids[other])],
    );
    await administrator(
      `insert into campaigns.indicator_period (organization_id, sharing_level, subject_id, id, position, starts_on, ends_on, actual_value)
       select $1, $2, subject, id, 0, make_date(2026, month, 1), make_date(2026, month, 28), cents / 100.0
       from unnest($3::text[], $4::text[], $5::int[], $6::int[]) as p(subject, id, month, cents)`,
      [
        ...of,
        figures.map(({ n }) => ids[n]),
        figures.map(() => newId('IndicatorPeriod')),
        figures.map(({ month }) => month),
        figures.map(({ cents }) => cents),
      ],
    );
  }
});

/** Which nodes lead to a root by any way, itself among them: found by asking each of them. */
function reaching(root: number, links: readonly (readonly [number, number])[]): Set<number> {
  const leads = (from: number): boolean =>
    from === root || links.some(([one, other]) => one === from && leads(other));
  return new Set([...new Set(links.flat()), root].filter(leads));
}
