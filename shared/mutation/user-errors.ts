import { Ctx, Directive, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { chooseLanguage } from '../language/choose-language';
import type { SubgraphContext } from '../subgraph/context';
import { type RefusalCode, refusalCodes } from './refusal-codes';

/** One reason why a mutation was refused, as mutations state it. */
export interface UserErrorRecord {
  readonly code: RefusalCode;
  /** The field of the input that it is about, such as `email`; null when it is about the whole. */
  readonly field: string | null;
}

/** Thrown by a mutation that must not happen: everything it wrote is undone and its `userErrors` say why. */
export class Refusal extends Error {
  readonly userErrors: readonly UserErrorRecord[];
  /** Fields of the payload that say more. */
  readonly told: Readonly<Record<string, unknown>> = {};

  constructor(...userErrors: readonly UserErrorRecord[]) {
    super(userErrors.map(({ code }) => code).join());
    this.name = 'Refusal';
    this.userErrors = userErrors;
  }
}

/** Somebody else was faster: the payload shows the record with this id as it is now. */
export class Conflict extends Refusal {
  override readonly told: Readonly<Record<string, unknown>>;

  /** @param id undefined where there is none yet */
  constructor(id: string | undefined) {
    super({ code: 'VERSION_CONFLICT', field: 'version' });
    this.name = 'Conflict';
    this.told = { id };
  }
}

/** A refusal that is an event of its own: what the mutation wrote stays, such as a sign-in that it ended. */
export class RecordedRefusal extends Refusal {
  constructor(
    override readonly told: Readonly<Record<string, unknown>>,
    ...userErrors: readonly UserErrorRecord[]
  ) {
    super(...userErrors);
    this.name = 'RecordedRefusal';
  }
}

/** @throws Refusal always */
export function refuse(code: RefusalCode, field: string | null = null): never {
  throw new Refusal({ code, field });
}

@Directive('@shareable')
@ObjectType({ description: 'Why a mutation was refused. Nothing was changed.' })
export class UserError {
  @Field(() => String, {
    nullable: true,
    description: 'The field of `input` it is about; null for the whole.',
  })
  field!: string | null;

  @Field(() => String, { description: 'What programs match on; all of them are listed in the README.' })
  code!: RefusalCode;
}

@Resolver(() => UserError)
export class UserErrorResolver {
  @FieldResolver(() => String, { description: 'A sentence for people, in the language they asked for.' })
  message(@Root() { code }: UserErrorRecord, @Ctx() { languages }: SubgraphContext): string {
    const { language } = chooseLanguage(['ar', 'en'], languages);
    return refusalCodes[code][language as 'ar' | 'en'];
  }
}

/** What every mutation answers with. Fields that are shown once only stand in `once` and are never stored. */
@ObjectType()
export abstract class Payload {
  @Field(() => [UserError], { description: 'Why it was refused; empty when it was done.' })
  userErrors!: readonly UserErrorRecord[];
}
