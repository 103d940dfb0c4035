import type { Role } from '../../shared/identity/viewer';
import { asAdministrator, ownDatabase } from '../testkit/database';
import { type Asker, startTestHub, type TestHub, type Transport } from '../testkit/hub';
import { newPerson } from '../testkit/new-person';
import { newEmail, peopleOf } from '../testkit/people';
import { mutationText } from '../testkit/schema-arguments';
import { nali } from './membership-deeds';
import { idOf, type Model } from './model';
import { probe, type Seen } from './probe';

// biome-ignore lint/suspicious/noExplicitAny: payloads of any shape
type Payload = any;

/** A hub of its own with the planted rows, and what commands do with it. */
export class World {
  readonly seen: Seen = { allowed: 0, denied: 0, refused: 0 };

  private constructor(
    readonly hub: TestHub,
    readonly url: string,
    private readonly drop: () => Promise<unknown>,
    public secondAdmin: string,
    private readonly secondAdminId: string,
    readonly traveller: { email: string; personId: string; accessToken: string; refreshToken: string },
    readonly engagement: string,
    readonly figure: { readonly id: string; readonly slug: string },
  ) {}

  static async open(transport: Transport): Promise<World> {
    const database = await ownDatabase();
    const { url } = database;
    const hub = await startTestHub(transport, url);
    await asAdministrator(
      `insert into campaigns.campaign_internal (organization_id, id, sharing_level, strategy)
       values ($1, $2, 'PRIVATE', '{"en": "Talk to the council first."}')`,
      [idOf('mima'), nali],
      url,
    );
    const one = async (text: string) =>
      (await asAdministrator<{ id: string; slug: string }>(text, [idOf('mima')], url))[0]!;
    const engagement = await one(
      'select id from members.engagement where organization_id = $1 order by id limit 1',
    );
    const figure = await one(
      'select id, slug from members.figure where organization_id = $1 order by id limit 1',
    );
    const second = await newPerson(hub, url, idOf('mima'), 'ORG_ADMIN', 'second');
    const traveller = await joined(hub, url);
    return new World(
      hub,
      url,
      async () => {
        await hub.close();
        await database.drop();
      },
      second.token,
      second.personId,
      traveller,
      engagement.id,
      figure,
    );
  }

  close(): Promise<unknown> {
    return this.drop();
  }

  /** A token of the second admin by the key that counts now. */
  newSecondToken(): Promise<string> {
    return this.hub.tokenOf({
      personId: this.secondAdminId,
      organizationId: idOf('mima'),
      secondFactorAt: Date.now(),
    });
  }

  /** Compares what everybody reads with the model. */
  probe(model: Model): Promise<void> {
    return probe(model, this, this.seen);
  }

  /** Moves the stored dates, since the database decides by its own clock. */
  async backdate(text: string, ...values: unknown[]): Promise<void> {
    const changed = await asAdministrator(`${text} returning 1`, values, this.url);
    if (changed.length === 0) throw new Error(`nothing to move: ${text}`);
  }

  /** The same, where there may be none. */
  async move(text: string): Promise<void> {
    await asAdministrator(text, [], this.url);
  }

  /** A mutation that must succeed. @returns its payload */
  async done(
    name: string,
    input: object | null,
    selection: string,
    by: Exclude<Asker, 'public'> | { token: string } | null,
  ): Promise<Payload> {
    const payload = await this.tried(name, input, selection, by);
    if (payload.userErrors.length > 0) throw new Error(`${name}: ${JSON.stringify(payload.userErrors)}`);
    return payload;
  }

  /** The same, whatever it answers. */
  async tried(
    name: string,
    input: object | null,
    selection: string,
    by: Exclude<Asker, 'public'> | { token: string } | null,
  ): Promise<Payload> {
    const token =
      by === null ? undefined : typeof by === 'string' ? await this.hub.provenTokenFor(by) : by.token;
    const answer = await this.hub.ask(mutationText(name, `${selection} userErrors { code field }`), {
      ...(token && { token }),
      ...(input && { variables: { input } }),
    });
    if (!answer.data?.[name]) throw new Error(`${name}: ${answer.text}`);
    return answer.data[name];
  }

  /** A day so many months from now, by the database's calendar. */
  async day(offset: string): Promise<string> {
    const [row] = await asAdministrator<{ day: string }>(
      `select (current_date + $1::interval)::date::text as day`,
      [offset],
      this.url,
    );
    return row!.day;
  }
}

/** Somebody who was invited to mima, has an account, and serves bicf as well. */
async function joined(hub: TestHub, url: string) {
  const people = peopleOf(hub);
  const email = newEmail('traveller');
  const { accessToken, refreshToken } = await people.join(
    await hub.provenTokenFor('mima:ORG_ADMIN'),
    ['VIEWER'],
    email,
  );
  const [account] = await asAdministrator<{ id: string }>(
    'select person_id as id from members.account where email = $1',
    [email],
    url,
  );
  const role: Role = 'VIEWER';
  await asAdministrator(
    'insert into members.role_grant (organization_id, person_id, role) values ($1, $2, $3)',
    [idOf('bicf'), account!.id, role],
    url,
  );
  return { email, personId: account!.id, accessToken, refreshToken };
}
