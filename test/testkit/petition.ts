import { seedId } from '../../shared/schema/type-id';
import { changesOf, inBoth } from './changes';
import type { Asker, TestHub } from './hub';

export const lead: Asker = 'mima:CAMPAIGNER';
export const mima = seedId('Organization', 'mima');

/** What the tests do with a petition of MIMA that others bring as well. */
export function petitionsOf(hub: TestHub) {
  const { change, refusal: refusals } = changesOf(hub);
  const refusal = async (as: Asker, mutation: string, input: object) =>
    (await refusals(as, mutation, input)).join();

  const draft = async (changes: object = {}) => {
    const content = {
      kind: 'PETITION',
      title: inBoth('Open doors', 'أبواب مفتوحة'),
      text: inBoth('Open them.', 'افتحوها.'),
    };
    const { actionCall } = await change(
      lead,
      'actionCallCreate',
      { ...content, ...changes },
      'actionCall { id version }',
    );
    return actionCall as { id: string; version: number };
  };

  /** Open to everybody. */
  const open = async (changes: object = {}): Promise<string> => {
    const { id, version } = await draft(changes);
    await change(lead, 'actionCallOpen', { actionCall: id, version }, 'actionCall { id }');
    await change(
      lead,
      'campaignsSharingLevelSet',
      { id, group: 'campaign.summary', level: 'PUBLIC' },
      'level',
    );
    return id;
  };

  const close = async (actionCall: string) => {
    const { data } = await hub.ask(`{ actionCall(id: "${actionCall}") { version } }`, { as: lead });
    const { version } = data.actionCall;
    await change(lead, 'actionCallClose', { actionCall, version }, 'actionCall { state }');
  };

  /** Another organisation brings it too. @returns its id */
  const join = async (actionCall: string, name: string): Promise<string> => {
    const partner = seedId('Organization', name);
    const invited = await change(
      lead,
      'actionCallSponsorInvite',
      { actionCall, partner },
      'sponsorship { id }',
    );
    const input = { sponsorship: invited.sponsorship.id };
    await change(`${name}:CAMPAIGNER` as Asker, 'actionCallSponsorJoin', input, 'sponsorship { id }');
    return partner;
  };

  const signer = (actionCall: string, email: string, changes: object = {}) => ({
    ...{
      actionCall,
      email,
      name: `Name of ${email}`,
      language: 'ar',
      contactBy: [],
      consentVersion: '2026-01',
    },
    ...changes,
  });
  /** @returns the private link */
  const sign = async (actionCall: string, email: string, changes: object = {}): Promise<string> => {
    const { link, userErrors } = await change(
      'public',
      'actionCallSign',
      signer(actionCall, email, changes),
      'link',
    );
    expect(userErrors).toEqual([]);
    return link;
  };

  const signMany = async (actionCall: string, count: number, via: string, prefix: string) => {
    for (let n = 0; n < count; n++) await sign(actionCall, `${prefix}${n}@example.org`, { via });
  };

  const signaturesFor = async (actionCall: string, as: Asker) => {
    const { data } = await hub.ask(
      `{ actionCall(id: "${actionCall}") { signatures(first: 100) { nodes { name email place comment language consentVersion } } } }`,
      { as },
    );
    return data.actionCall?.signatures?.nodes ?? null;
  };
  const countsFor = async (actionCall: string, as: Asker) => {
    const { data } = await hub.ask(
      `{ actionCall(id: "${actionCall}") { signatureCounts {
          total isRounded own ownConfirmed byOrganization { organization { slug } count isRounded } } } }`,
      { as },
    );
    return data.actionCall?.signatureCounts ?? null;
  };
  return { change, refusal, draft, open, close, join, signer, sign, signMany, signaturesFor, countsFor };
}
