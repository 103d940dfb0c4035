import { changesOf, inBoth } from './changes';
import type { Asker, TestHub } from './hub';

/** An indicator as tests look at it. */
export interface SeenIndicator {
  readonly id: string;
  readonly version: number;
  readonly periods: readonly { readonly id: string; readonly start: string | null }[];
}

const seen = 'indicator { id version periods { id start } }';

/** What tests of result frameworks do again and again, as the lead of a campaign. */
export function frameworksOf(hub: TestHub) {
  const { change } = changesOf(hub);

  async function done(as: Asker, mutation: string, input: object): Promise<SeenIndicator> {
    const { indicator, userErrors } = await change(as, mutation, input, seen);
    expect(userErrors).toEqual([]);
    return indicator;
  }

  async function newCampaign(as: Asker): Promise<string> {
    const idea = { kind: 'CAMPAIGN', title: inBoth('Open doors', 'أبواب مفتوحة') };
    return (await change(as, 'campaignCreate', idea, 'campaign { id }')).campaign.id;
  }

  /** A count of people that may be added up, unless it is told otherwise. */
  const count = (as: Asker, campaign: string, given: object = {}) =>
    done(as, 'indicatorCreate', {
      ...{ campaign, title: inBoth('People reached', 'من وصلنا إليهم') },
      ...{ measure: 'UNIT', unit: 'people', aggregable: true },
      ...given,
    });

  /** Adds a period, and says what is wanted in it and what came of it. */
  async function fill(
    as: Asker,
    { id, version }: SeenIndicator,
    [start, end]: readonly [string, string],
    { target, actual }: { readonly target?: object; readonly actual?: object },
  ): Promise<SeenIndicator> {
    let now = await done(as, 'indicatorPeriodAdd', { indicator: id, version, start, end });
    const period = now.periods.find((one) => one.start === start)!.id;
    if (target) now = await done(as, 'indicatorTargetSet', { period, version: now.version, ...target });
    if (actual) now = await done(as, 'indicatorActualReport', { period, version: now.version, ...actual });
    return now;
  }

  async function look(id: string, fields: string, as: Asker = 'iom:VIEWER') {
    const { data, errors } = await hub.ask(`{ indicator(id: "${id}") { ${fields} } }`, { as });
    expect(errors).toBeUndefined();
    return data.indicator;
  }

  return { newCampaign, count, fill, look };
}
