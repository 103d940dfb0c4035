import { seedId } from '../../shared/schema/type-id';
import { changesOf, inBoth } from './changes';
import type { Asker, TestHub } from './hub';

export const lead: Asker = 'mima:CAMPAIGNER';
export const partner: Asker = 'bicf:CAMPAIGNER';
export const mima = seedId('Organization', 'mima');
export const bicf = seedId('Organization', 'bicf');
export const taskSelection = 'task { id version state owner { slug } blockedBy { id } isBlocked doneAt }';

export interface Task {
  readonly id: string;
  readonly version: number;
}

/** The board of tasks of a campaign that one organisation leads and another can join. */
export function boardOf(hub: TestHub) {
  const { change } = changesOf(hub);
  return {
    newCampaign: async (): Promise<string> => {
      const idea = { kind: 'CAMPAIGN', title: inBoth('Open doors', 'أبواب مفتوحة') };
      return (await change(lead, 'campaignCreate', idea, 'campaign { id }')).campaign.id;
    },
    /** @returns the partnership */
    join: async (campaign: string): Promise<string> => {
      const invited = { campaign, partner: bicf };
      const { partnership } = await change(lead, 'campaignPartnerInvite', invited, 'partnership { id }');
      await change(partner, 'campaignPartnerJoin', { partnership: partnership.id }, 'partnership { id }');
      return partnership.id;
    },
    add: async (campaign: string, given: object = {}, as = lead): Promise<Task> => {
      const input = { campaign, title: inBoth('Print leaflets', 'طباعة المنشورات'), ...given };
      const { task, userErrors } = await change(as, 'campaignTaskCreate', input, taskSelection);
      expect(userErrors).toEqual([]);
      return task;
    },
    /** @returns the state it is in, or why it did not move */
    move: async (task: string, state: string, as = lead): Promise<string> => {
      const done = await change(as, 'campaignTaskMove', { task, state }, taskSelection);
      return done.task?.state ?? done.userErrors[0].code;
    },
  };
}
