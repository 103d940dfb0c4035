import { seedId } from '../../../shared/schema/type-id';
import { changesOf, inBoth } from '../../testkit/changes';
import { frameworksOf } from '../../testkit/frameworks';
import { type Asker, transports } from '../../testkit/hub';
import { hubOfItsOwn } from '../../testkit/own-hub';

const lead: Asker = 'mima:CAMPAIGNER';
const partner: Asker = 'bicf:CAMPAIGNER';
const bicf = seedId('Organization', 'bicf');
const lastYear = ['2025-01-01', '2025-12-31'] as const;
/** From an idea to results that stay as they were. */
describe.each(transports)('over the %s transport', (transport) => {
  const { hub, administrator } = hubOfItsOwn(transport);
  const { change, refusal } = changesOf(hub);
  const { newCampaign, count, fill } = frameworksOf(hub);

  it('a campaign of two partners plans, counts together, falls behind, ends and keeps its results', async () => {
    const campaign = await newCampaign(lead);
    const invited = { campaign, partner: bicf };
    const { partnership } = await change(lead, 'campaignPartnerInvite', invited, 'partnership { id }');
    await change(partner, 'campaignPartnerJoin', { partnership: partnership.id }, '__typename');
    await change(lead, 'campaignActivate', { campaign }, '__typename');

    // What it wants, and what the partner adds from a campaign of its own.
    const aim = { campaign, type: 'OUTCOME', description: inBoth('Families prepared', 'أسر مستعدة') };
    const { result } = await change(lead, 'resultCreate', aim, 'result { id version }');
    const whole = await count(lead, campaign, { result: result.id });
    let now = await fill(lead, whole, lastYear, { target: { value: 100 }, actual: { value: '60' } });
    const theirs = await count(partner, await newCampaign(partner), { contributesTo: [whole.id] });
    await fill(partner, theirs, lastYear, { actual: { value: '25.5' } });

    const framework = async (as: Asker) => {
      const { data, errors } = await hub.ask(
        `{ campaign(id: "${campaign}") { status results { type indicators {
          periods { actual { value } progress { state share } corrections { value reason { value } } }
          rollUp(period: { year: 2025 }) { value contributingIndicators }
          contributors { nodes { campaign { organization { slug } } periods { actual { value } } } }
        } } } }`,
        { as },
      );
      expect(errors).toBeUndefined();
      return data.campaign;
    };
    const told = (actual: string, share: string, sum: string, corrections: object[] = []) => ({
      periods: [{ actual: { value: actual }, progress: { state: 'BEHIND', share }, corrections }],
      rollUp: { value: sum, contributingIndicators: 2 },
      contributors: {
        nodes: [{ campaign: { organization: { slug: 'bicf' } }, periods: [{ actual: { value: '25.5' } }] }],
      },
    });
    for (const as of [lead, partner, 'iom:VIEWER'] as const) {
      expect(await framework(as)).toEqual({
        status: 'ACTIVE',
        results: [{ type: 'OUTCOME', indicators: [told('60', '0.6000', '85.5')] }],
      });
    }

    // Over: nothing of it changes any more.
    await change(lead, 'campaignComplete', { campaign }, '__typename');
    const { version } = now;
    const period = { period: now.periods[0]!.id, version };
    const indicator = { indicator: whole.id, version };
    const days = { start: '2024-01-01', end: '2024-12-31' };
    for (const [mutation, input] of [
      ['resultCreate', aim],
      ['resultUpdate', { result: result.id, version: 1, type: 'IMPACT' }],
      ['resultArchive', { result: result.id, version: 1 }],
      ['indicatorCreate', { campaign, title: inBoth('More', 'المزيد'), measure: 'QUALITATIVE' }],
      ['indicatorUpdate', { ...indicator, ascending: false }],
      ['indicatorArchive', indicator],
      ['indicatorBaselineSet', { ...indicator, year: 2020 }],
      ['indicatorPeriodAdd', { ...indicator, ...days }],
      ['indicatorPeriodUpdate', { ...period, ...days }],
      ['indicatorPeriodRemove', period],
      ['indicatorTargetSet', { ...period, value: 1 }],
      ['indicatorActualReport', { ...period, value: 100 }],
    ] as const) {
      expect({ mutation, codes: await refusal(lead, mutation, input) }).toEqual({
        mutation,
        codes: ['INVALID_STATE campaign'],
      });
    }

    const late = { contributesTo: [whole.id], title: inBoth('Late', 'متأخر') };
    const own = { campaign: await newCampaign(partner), measure: 'UNIT', unit: 'people', aggregable: true };
    expect(await refusal(partner, 'indicatorCreate', { ...own, ...late })).toEqual(['INVALID_STATE null']);

    // But for a correction, which says why and keeps what stood before.
    const reason = inBoth('Counted twice in May', 'عُدّ مرتين في أيار');
    const correction = { ...period, value: '58', reason };
    expect(await refusal(partner, 'indicatorActualCorrect', correction)).toEqual(['NOT_FOUND period']);
    expect(await refusal(lead, 'indicatorActualCorrect', { ...correction, value: '-58' })).toEqual([
      'NEGATIVE value',
    ]);
    const corrected = await change(
      lead,
      'indicatorActualCorrect',
      correction,
      'indicator { id version periods { id start } }',
    );
    expect(corrected.userErrors).toEqual([]);
    now = corrected.indicator;
    expect(await refusal(lead, 'indicatorActualCorrect', correction)).toEqual(['VERSION_CONFLICT version']);
    expect(await framework('iom:VIEWER')).toEqual({
      status: 'COMPLETED',
      results: [
        {
          type: 'OUTCOME',
          indicators: [
            told('58', '0.5800', '83.5', [{ value: '60', reason: { value: 'Counted twice in May' } }]),
          ],
        },
      ],
    });
    const [logged] = await administrator<{ records: string[] }>(
      `select array_agg(distinct record) as records from campaigns.audit_entry where operation = 'c' and group_name = 'campaign.summary'`,
    );
    expect(logged!.records).toEqual(
      expect.arrayContaining(['indicator', 'indicator_correction', 'indicator_period', 'result']),
    );
  });

  it('figures of a campaign that is not over are reported and not corrected', async () => {
    const made = await count(lead, await newCampaign(lead));
    const { periods, version } = await fill(lead, made, lastYear, { actual: { value: 1 } });
    const correction = { period: periods[0]!.id, version, value: 2, reason: inBoth('x', 'س') };
    expect(await refusal(lead, 'indicatorActualCorrect', correction)).toEqual(['INVALID_STATE campaign']);
  });
});
