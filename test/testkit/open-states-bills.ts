/** Made-up bills of a made-up state, in the shape in which Open States' API (version 3) answers. */

const senate = { id: 'ocd-organization/5e1a', name: 'Senate', classification: 'upper' };
const house = { id: 'ocd-organization/40u5', name: 'House of Delegates', classification: 'lower' };
export const chambers = { upper: senate, lower: house };

const person = (id: string, name: string, chamber: 'upper' | 'lower') => ({
  id: `ocd-person/${id}`,
  name,
  party: 'Lighthouse',
  current_role: { title: 'Member', org_classification: chamber, district: 7, division_id: '' },
});
export const ada = person('ada-1', 'Ada Brook', 'upper');
export const omar = person('omar-2', 'Omar Field', 'upper');
export const lina = person('lina-3', 'Lina Hill', 'lower');

export const action = (
  date: string,
  classification: readonly string[],
  organization: { readonly name: string; readonly classification: string } = senate,
  order = 0,
) => ({ organization, description: `It was done on ${date}`, date, classification, order });

export const passage = (date: string, options: Readonly<Record<string, string>>, changes: object = {}) => ({
  id: `ocd-vote/${date}`,
  identifier: 'SV 12',
  motion_text: 'Shall the bill be passed?',
  motion_classification: ['bill-passage'],
  start_date: `${date}T00:00:00+00:00`,
  result: 'pass',
  organization: senate,
  counts: [
    { option: 'yes', value: 24 },
    { option: 'no', value: 21 },
  ],
  votes: Object.entries(options).map(([name, option]) => ({
    option,
    voter_name: name,
    voter: [ada, omar, lina].find((one) => one.name === name) ?? null,
  })),
  sources: [{ url: 'https://legislature.example/votes', note: '' }],
  ...changes,
});

export const welcomeAct = (changes: object = {}) => ({
  id: 'ocd-bill/11111111-2222-4333-8444-555555555555',
  session: '2026',
  jurisdiction: {
    id: 'ocd-jurisdiction/country:us/state:zz/government',
    name: 'Zephyria',
    classification: 'state',
  },
  from_organization: senate,
  identifier: 'SB 12',
  title: 'Welcome Act',
  classification: ['bill'],
  subject: ['IMMIGRANTS', 'HOUSING'],
  extras: {},
  created_at: '2026-01-10T00:00:00+00:00',
  updated_at: '2026-02-10T00:00:00+00:00',
  openstates_url: 'https://openstates.org/zz/bills/2026/SB12/',
  first_action_date: '2026-01-10',
  latest_action_date: '2026-02-10',
  abstracts: [{ abstract: 'It welcomes.', note: '' }],
  other_titles: [],
  other_identifiers: [],
  sponsorships: [
    { name: 'BROOK', entity_type: 'person', person: ada, primary: true, classification: 'primary' },
    {
      name: 'Committee on Welcome',
      entity_type: 'organization',
      primary: false,
      classification: 'cosponsor',
    },
  ],
  actions: [
    action('2026-01-10', ['introduction'], senate, 0),
    action('2026-01-12', ['referral-committee'], senate, 1),
    action('2026-02-10', ['passage', 'reading-3'], senate, 2),
  ],
  sources: [{ url: 'https://legislature.example/sb12', note: '' }],
  versions: [
    {
      note: 'Introduced',
      date: '',
      links: [{ url: 'https://legislature.example/sb12.pdf', media_type: 'application/pdf' }],
    },
  ],
  documents: [],
  related_bills: [{ identifier: 'HB 34', legislative_session: '2026', relation_type: 'companion' }],
  votes: [passage('2026-02-10', { 'Ada Brook': 'yes', 'Omar Field': 'no', 'A. Nobody': 'not voting' })],
  ...changes,
});

/** Its companion in the other chamber, which has a hearing on a day of one's choice. */
export const companion = (hearing: string, changes: object = {}) =>
  welcomeAct({
    id: 'ocd-bill/66666666-7777-4888-8999-000000000000',
    from_organization: house,
    identifier: 'HB 34',
    title: 'Welcome Act of the House',
    openstates_url: 'https://openstates.org/zz/bills/2026/HB34/',
    sponsorships: [],
    actions: [action('2026-01-20', ['introduction'], house, 0), action(hearing, [], house, 1)],
    related_bills: [{ identifier: 'SB 12', legislative_session: '2026', relation_type: 'companion' }],
    votes: [],
    ...changes,
  });
