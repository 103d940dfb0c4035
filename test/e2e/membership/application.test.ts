import { seedId } from '../../../shared/schema/type-id';
import { bytes, type TestHub, transports } from '../../testkit/hub';
import { hubOfItsOwn } from '../../testkit/own-hub';
import { mutationText } from '../../testkit/schema-arguments';

const entry = seedId('Organization', 'baltimore-mayor-office');
const staff = 'nair:COALITION_STAFF';
describe.each(transports)('over the %s transport', (transport) => {
  const { hub, administrator } = hubOfItsOwn(transport);
  afterEach(() => administrator('delete from members.application_count'));

  const texts = (en: string) => [
    { language: 'en', value: en },
    { language: 'ar', value: `${en} بالعربية` },
  ];
  const application = (changes: object = {}) => ({
    name: texts('Harbour Welcome Centre'),
    kind: 'NGO',
    country: 'US',
    description: texts('Helps people who have just arrived.'),
    contactName: 'Rania H.',
    contactEmail: 'rania@harbour.example',
    reason: 'We work with three of your members.',
    ...changes,
  });
  const fields = 'id status isEntry name { value } kind { code } reason decisionReason organization { slug }';

  async function change(mutation: string, input: object, options: Parameters<TestHub['ask']>[1] = {}) {
    const link = mutation === 'membershipApply' ? 'link' : '';
    const { data, errors } = await hub.ask(
      mutationText(mutation, `${link} application { ${fields} } userErrors { code field }`),
      { ...options, variables: { input } },
    );
    const result = data?.[mutation];
    return {
      application: result?.application,
      link: result?.link as string,
      codes: result?.userErrors.map(
        ({ code, field }: { code: string; field: string | null }) => `${code} ${field}`,
      ),
      errors: errors?.map((error) => error.extensions.code),
    };
  }
  const apply = (changes: object = {}) => change('membershipApply', application(changes));
  const follow = async (link: string) =>
    (
      await hub.ask(`query ($link: String!) { membershipApplication(link: $link) { ${fields} } }`, {
        variables: { link },
      })
    ).data.membershipApplication;
  const underReview = async (changes: object = {}) => {
    const applied = await apply(changes);
    await change('membershipReviewStart', { application: applied.application.id }, { as: staff });
    return applied;
  };

  it('is followed, changed and withdrawn by whoever holds its link', async () => {
    const { application: made, link, codes } = await apply();
    expect(codes).toEqual([]);
    expect(made).toMatchObject({
      status: 'APPLIED',
      name: { value: 'Harbour Welcome Centre' },
      organization: null,
    });
    expect(await follow(link)).toEqual(made);
    const changed = await change('membershipApplicationUpdate', { link, reason: 'We share an office.' });
    expect(changed.application).toMatchObject({ reason: 'We share an office.', kind: { code: 'NGO' } });
    const withdrawn = await change('membershipApplicationWithdraw', { link });
    expect(withdrawn.application.status).toBe('WITHDRAWN');
    for (const mutation of ['membershipApplicationUpdate', 'membershipApplicationWithdraw']) {
      expect(
        (await change(mutation, { link, ...(mutation.endsWith('Update') && { reason: 'x' }) })).codes,
      ).toEqual(['INVALID_STATE link']);
    }
  });

  it('is kept from everybody else: a wrong link, another organisation, the public', async () => {
    const { link, application: made } = await apply();
    const other = (await apply()).link;
    const asked = async (shown: string) =>
      bytes(
        await hub.ask('query ($link: String!) { membershipApplication(link: $link) { id } }', {
          variables: { link: shown },
        }),
      );
    const mistyped = `${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`;
    const [never] = await administrator<{ link: string }>(`select repeat('x', 30) as link`);
    expect(await asked(mistyped)).toEqual(await asked(never!.link));
    expect((await follow(other)).id).not.toBe(made.id);
    const list = '{ membershipApplications(first: 100) { totalCount nodes { id } } }';
    for (const as of ['public', 'mima:ORG_ADMIN', 'nair:ORG_ADMIN'] as const) {
      const { data } = await hub.ask(list, { as });
      expect({ as, ...data.membershipApplications }).toMatchObject({ as, totalCount: 0, nodes: [] });
    }
    const { data } = await hub.ask(list, { as: staff });
    expect(data.membershipApplications.nodes).toContainEqual({ id: made.id });
    const [stored] = await administrator<{ link_key: string }>(
      'select link_key from members.application where id = $1',
      [made.id],
    );
    expect(stored!.link_key).not.toContain(link.slice(4, 20));
  });

  it('is shown once: the same request again creates nothing and repeats no link', async () => {
    const idempotencyKey = 'd0b8f5c2-8f0e-4e69-9d8c-0a4f6b0a7c11';
    const first = await apply({ idempotencyKey });
    const again = await apply({ idempotencyKey });
    expect([first.codes, again.codes, again.link]).toEqual([[], [], null]);
    const found = await administrator('select from members.application where contact_name = $1', [
      'Rania H.',
    ]);
    const before = found.length;
    await apply({ idempotencyKey });
    expect(
      await administrator('select from members.application where contact_name = $1', ['Rania H.']),
    ).toHaveLength(before);
  });

  it('is admitted by staff after a review: a new organisation that keeps its own entry', async () => {
    const { application: made, link } = await apply({ name: texts('Lantern Legal Aid') });
    const input = { application: made.id };
    expect((await change('membershipAdmit', input, { as: staff })).codes).toEqual([
      'INVALID_STATE application',
    ]);
    await change('membershipReviewStart', input, { as: staff });
    expect((await change('membershipApplicationUpdate', { link, reason: 'x' })).codes).toEqual([
      'INVALID_STATE link',
    ]);
    const admitted = await change('membershipAdmit', input, { as: staff });
    expect(admitted).toMatchObject({
      codes: [],
      application: { status: 'ADMITTED', organization: { slug: 'lantern-legal-aid' } },
    });
    const { data } = await hub.ask(
      '{ organizations(filter: { search: "lantern", membership: "ACTIVE" }) { nodes { slug kind { code } role { code } membership { status { code } credit { name { value } } } } } }',
    );
    expect(data.organizations.nodes).toEqual([
      {
        slug: 'lantern-legal-aid',
        kind: { code: 'NGO' },
        role: { code: 'PARTNER' },
        membership: { status: { code: 'ACTIVE' }, credit: { name: { value: 'Lantern Legal Aid' } } },
      },
    ]);
    expect(await follow(link)).toMatchObject({
      status: 'ADMITTED',
      organization: { slug: 'lantern-legal-aid' },
    });
    expect((await change('membershipApplicationWithdraw', { link })).codes).toEqual(['INVALID_STATE link']);
    expect((await change('membershipAdmit', input, { as: staff })).codes).toEqual([
      'INVALID_STATE application',
    ]);
    const [own] = await administrator(
      'select organization_id = id as own from members.organization where slug = $1',
      ['lantern-legal-aid'],
    );
    expect(own).toEqual({ own: true });
  });

  it('hands the entry of the directory over, with what hangs on it', async () => {
    const { application: made } = await underReview({ entry, name: texts('Office of the Mayor') });
    const second = await underReview({ entry });
    expect(made).toMatchObject({ isEntry: true, organization: { slug: 'baltimore-mayor-office' } });
    const before = await hub.ask(
      `{ organization(id: "${entry}") { slug name { value } officials { id } membership { since } } }`,
    );
    expect(before.data.organization).toMatchObject({ membership: null });
    expect((await change('membershipAdmit', { application: made.id }, { as: staff })).codes).toEqual([]);
    const after = await hub.ask(
      `{ organization(id: "${entry}") { slug name { value } officials { id } membership { status { code } } } }`,
    );
    expect(after.data.organization).toEqual({
      ...before.data.organization,
      membership: { status: { code: 'ACTIVE' } },
    });
    for (const table of ['organization', 'official', 'organization_search']) {
      const key = table === 'organization' ? 'id' : 'subject_id';
      const owners = await administrator(
        `select distinct organization_id as owner from members.${table} where ${key} = $1`,
        [entry],
      );
      expect({ table, owners }).toEqual({ table, owners: [{ owner: entry }] });
    }
    expect(
      (await change('membershipAdmit', { application: second.application.id }, { as: staff })).codes,
    ).toEqual(['INVALID_STATE application']);
    expect((await apply({ entry })).codes).toEqual(['INVALID_STATE entry']);
  });

  it('is turned down with a reason that whoever applied reads', async () => {
    const { application: made, link } = await apply();
    const input = { application: made.id, reason: ' ' };
    expect((await change('membershipReject', input, { as: staff })).codes).toEqual(['REQUIRED reason']);
    await change('membershipReject', { ...input, reason: 'Outside our field.' }, { as: staff });
    expect(await follow(link)).toMatchObject({ status: 'REJECTED', decisionReason: 'Outside our field.' });
    expect((await change('membershipReviewStart', { application: made.id }, { as: staff })).codes).toEqual([
      'INVALID_STATE application',
    ]);
  });

  it('is decided by the coalition’s staff alone, and once when two decide at the same moment', async () => {
    const { application: made } = await underReview();
    const input = { application: made.id };
    for (const as of ['mima:ORG_ADMIN', 'nair:ORG_ADMIN', 'nair:VIEWER', 'public'] as const) {
      expect({ as, ...(await change('membershipAdmit', input, { as })) }).toMatchObject({
        as,
        errors: ['FORBIDDEN'],
      });
    }
    const both = await Promise.all([
      change('membershipAdmit', input, { as: staff }),
      change('membershipReject', { ...input, reason: 'No.' }, { as: staff }),
    ]);
    expect(both.flatMap(({ codes }) => codes)).toEqual(['INVALID_STATE application']);
    expect(
      (await change('membershipAdmit', { application: seedId('Application', 'none') }, { as: staff })).codes,
    ).toEqual(['NOT_FOUND application']);
  });

  it.each([
    ['no Arabic name', { name: [{ language: 'en', value: 'x' }] }, ['REQUIRED name'], undefined],
    ['no address', { contactEmail: 'nobody' }, ['INVALID contactEmail'], undefined],
    ['an empty reason', { reason: ' ' }, ['REQUIRED reason'], undefined],
    ['a long name', { contactName: 'x'.repeat(201) }, ['TOO_LONG contactName'], undefined],
    ['a kind that is none', { kind: 'CLUB' }, undefined, ['UNKNOWN_CODE']],
    [
      'an entry that does not exist',
      { entry: seedId('Organization', 'none') },
      ['NOT_FOUND entry'],
      undefined,
    ],
    [
      'an entry that is a member',
      { entry: seedId('Organization', 'mima') },
      ['INVALID_STATE entry'],
      undefined,
    ],
    ['the coalition itself', { entry: seedId('Organization', 'nair') }, ['NOT_FOUND entry'], undefined],
  ])('is refused for %s', async (_what, changes, codes, errors) => {
    const before = await administrator('select from members.application');
    const refused = await apply(changes);
    expect([refused.codes, refused.errors]).toEqual([codes, errors]);
    expect(await administrator('select from members.application')).toHaveLength(before.length);
  });

  it('is counted: three a day for one contact, ten from one address, and only hashes are kept', async () => {
    for (let n = 0; n < 3; n++) expect((await apply()).codes).toEqual([]);
    expect((await apply({ contactEmail: 'RANIA@harbour.example' })).codes).toEqual(['TOO_MANY_TODAY null']);
    for (let n = 0; n < 7; n++)
      expect((await apply({ contactEmail: `c${n}@harbour.example` })).codes).toEqual([]);
    expect((await apply({ contactEmail: 'c7@harbour.example' })).codes).toEqual(['TOO_MANY_TODAY null']);
    const keys = await administrator<{ key: string }>('select key from members.application_count');
    expect(keys.map(({ key }) => key).filter((key) => !/^[0-9a-f]{64}$/.test(key))).toEqual([]);
    await administrator(`update members.application_count set day = day - 1`);
    expect((await apply()).codes).toEqual([]);
  });
});
