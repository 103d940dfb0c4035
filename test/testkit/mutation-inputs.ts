import { randomUUID } from 'node:crypto';
import {
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { newSecret } from '../../shared/identity/secret';
import { type IdKind, idPrefixes, seedId } from '../../shared/schema/type-id';
import { clientSchema } from './schema-arguments';

export interface MutationInput {
  readonly field: string;
  readonly type: GraphQLInputObjectType;
}

/** Every mutation that takes an input. */
export function mutationInputs(): MutationInput[] {
  return Object.values(clientSchema.getMutationType()!.getFields()).flatMap(({ name, args }) => {
    const type = args[0] && getNamedType(args[0].type);
    return type && isInputObjectType(type) ? [{ field: name, type }] : [];
  });
}

/** What an input field is, where its name alone decides; so that a mutation comes as far as looking for its row. */
const sensible: Readonly<Record<string, () => unknown>> = {
  idempotencyKey: randomUUID,
  email: () => 'somebody@example.org',
  contactEmail: () => 'somebody@example.org',
  consentVersion: () => '1',
  password: () => 'a quiet river in spring',
  newPassword: () => 'another quiet river',
  role: () => 'VIEWER',
  roles: () => ['VIEWER'],
  kind: () => 'NGO',
  country: () => 'MA',
  group: () => 'report.figure',
  groups: () => ['campaign.internal'],
  scopes: () => ['campaign.summary:r'],
  addresses: () => ['192.0.2.0/24'],
  link: () => newSecret('thi'),
  startsOn: () => inDays(1),
  endsOn: () => inDays(30),
  asOf: () => new Date().toISOString(),
  expiresAt: () => `${inDays(30)}T00:00:00.000Z`,
  start: () => inDays(1),
  end: () => inDays(30),
  overlapHours: () => 1,
};
const words = () => [
  { language: 'en', value: 'Words' },
  { language: 'ar', value: 'كلمات' },
];
/** The same for single mutations. */
const sensibleIn: Readonly<Record<string, () => unknown>> = {
  'membershipAdmit.role': () => 'MEMBER',
  'recoveryRequestCreate.kind': () => 'LOST_FACTOR',
  'roleProposalCreate.role': () => 'CASEWORKER',
  'campaignCreate.kind': () => 'CAMPAIGN',
  'actionCallCreate.kind': () => 'PETITION',
  'mediaItemCreate.kind': () => 'STATEMENT',
  'publicationCreate.kind': () => 'RESEARCH',
  'actionCallCreate.title': () => [
    { language: 'en', value: 'A petition' },
    { language: 'ar', value: 'عريضة' },
  ],
  'actionCallCreate.text': () => [
    { language: 'en', value: 'What it asks for' },
    { language: 'ar', value: 'ما تطلبه' },
  ],
  'actionCallUpdate.goal': () => 100,
  'signatureUpdate.name': () => 'Somebody',
  'campaignCreate.title': () => [
    { language: 'en', value: 'A campaign' },
    { language: 'ar', value: 'حملة' },
  ],
  'activityCreate.kind': () => 'TRAINING',
  'activityCreate.description': () => [
    { language: 'en', value: 'A training' },
    { language: 'ar', value: 'تدريب' },
  ],
  'activityUpdate.done': () => 0,
  'resultCreate.description': words,
  'resultUpdate.type': () => 'OUTPUT',
  'indicatorCreate.title': words,
  'indicatorCreate.unit': () => 'people',
  'indicatorUpdate.ascending': () => true,
  'indicatorBaselineSet.year': () => 2025,
  ...Object.fromEntries(
    ['mediaItem', 'publication', 'oversightReport'].flatMap((record) => [
      [`${record}Create.publishedOn`, () => inDays(-1)],
      [`${record}Create.foundOn`, () => inDays(-1)],
      ...['title', 'governmentAction', 'finding'].map((name) => [`${record}Create.${name}`, words]),
      [`${record}Update.links`, () => ['https://example.org/']],
    ]),
  ),
  'billUpdate.subject': () => ['Welcome'],
  'outreachContactCreate.contactedOn': () => inDays(-1),
  'outreachContactUpdate.channel': () => 'POST',
  'campaignUpdate.acronym': () => 'ABC',
  'campaignInternalSet.strategy': () => [{ language: 'en', value: 'A strategy' }],
};

/** An input that is right in form: every required field, and besides what is given. */
export function inputFor({ field, type }: MutationInput, given: Readonly<Record<string, unknown>> = {}) {
  const fields = Object.values(type.getFields()).flatMap((input) => {
    if (input.name in given) return [];
    const own = sensibleIn[`${field}.${input.name}`];
    if (own) return [[input.name, own()]];
    return isNonNullType(input.type) ? [[input.name, valueFor(field, input)]] : [];
  });
  return { ...Object.fromEntries(fields), ...given } as Record<string, unknown>;
}

function valueFor(mutation: string, { name, type }: GraphQLInputField): unknown {
  return sensible[name]?.() ?? madeFor(mutation, name, type);
}

function madeFor(mutation: string, name: string, type: GraphQLInputType): unknown {
  const bare = isNonNullType(type) ? type.ofType : type;
  if (isListType(bare)) return [madeFor(mutation, name, bare.ofType)];
  const named = getNamedType(bare);
  if (isInputObjectType(named)) return inputFor({ field: mutation, type: named });
  if (isEnumType(named)) return named.getValues()[0]!.name;
  if (named.name === 'ID') return seedId(kindOf(mutation, name), 'nobody');
  return (
    (
      { Int: 1, Boolean: false, Decimal: '1', LocalDate: inDays(1), language: 'en' } as Record<
        string,
        unknown
      >
    )[named.name] ?? textFor(name)
  );
}

const textFor = (name: string) => (name === 'language' ? 'en' : 'some text');

/** What the id behind a name is the id of. A name that is not known here fails: say what it means. */
export function kindOf(field: string, name: string): IdKind {
  const known = { ...byName, ...byField[field] }[name];
  if (known) return known;
  const alike = Object.keys(idPrefixes).find((kind) => kind.toLowerCase() === name.toLowerCase());
  if (!alike) throw new Error(`the id ${field}.${name} names nothing that the test knows`);
  return alike as IdKind;
}

const byName: Readonly<Record<string, IdKind>> = {
  ...{ partner: 'Organization', funder: 'Organization', organizer: 'Organization', venue: 'Organization' },
  ...{
    coOrganizer: 'Organization',
    provider: 'Organization',
    referralTo: 'Organization',
    entry: 'Organization',
  },
  ...{ parent: 'Campaign', proposal: 'RoleProposal', request: 'RecoveryRequest', version: 'SharingVersion' },
  ...{
    partnership: 'CampaignPartnership',
    sponsorship: 'ActionCallSponsorship',
    via: 'Organization',
    contactBy: 'Organization',
    legislators: 'Legislator',
    task: 'CampaignTask',
    owner: 'Organization',
    assignee: 'Organization',
  },
  ...{ period: 'IndicatorPeriod', contributesTo: 'Indicator' },
  subject: 'Campaign',
  contact: 'OutreachContact',
  ...{ blockedBy: 'CampaignTask', partners: 'Organization', funders: 'Organization' },
  ...{ client: 'ApiClient', key: 'ApiKey', allowedTools: 'ApiClient', notice: 'Invitation' },
};
const byField: Readonly<Record<string, Readonly<Record<string, IdKind>>>> = {
  ...{
    organization: { id: 'Organization' },
    membersAccess: { id: 'Organization' },
    agreement: { id: 'Agreement' },
  },
  ...{
    campaignPartnership: { id: 'CampaignPartnership' },
    campaignTask: { id: 'CampaignTask' },
    actionCall: { id: 'ActionCall' },
    campaign: { id: 'Campaign' },
    indicator: { id: 'Indicator' },
    outreachContact: { id: 'OutreachContact' },
    mediaItem: { id: 'MediaItem' },
    publication: { id: 'Publication' },
    oversightReport: { id: 'OversightReport' },
    bill: { id: 'Bill' },
    legislator: { id: 'Legislator' },
    campaignsAccess: { id: 'Campaign' },
    campaignsSharingLevelSet: { id: 'Campaign' },
  },
  ...{ event: { id: 'Event' }, eventsAccess: { id: 'Event' }, eventsSharingLevelSet: { id: 'Event' } },
  ...{ service: { id: 'Service' }, legalAccess: { id: 'Service' }, legalSharingLevelSet: { id: 'Service' } },
  ...{ storyProfile: { id: 'StoryProfile' }, membersSharingLevelSet: { id: 'Engagement' } },
  ...{ orgPolicyApply: { version: 'OrgPolicyVersion' }, orgPolicyApprove: { version: 'OrgPolicyVersion' } },
  ...{ orgPolicyDismiss: { version: 'OrgPolicyVersion' } },
};

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
