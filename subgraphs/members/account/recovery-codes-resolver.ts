import { type ClassType, FieldResolver, Resolver, Root } from 'type-graphql';

interface Shown {
  readonly once?: { readonly recoveryCodes?: readonly string[] };
}

/** The field of a payload that shows new recovery codes, once. */
export function recoveryCodesResolver(payload: ClassType): ClassType {
  @Resolver(() => payload)
  class RecoveryCodesResolver {
    @FieldResolver(() => [String], {
      nullable: true,
      description:
        'Ten codes, each good once in place of the second factor; those of before count no more. Shown once.',
    })
    recoveryCodes(@Root() { once }: Shown): readonly string[] | null {
      return once?.recoveryCodes ?? null;
    }
  }
  return RecoveryCodesResolver;
}
