import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { loadReturnShares, loadReturnSteps } from '../service/service.repository';
import { ServiceShare, ServiceStep, throughArgument, toShares, toSteps } from '../service/service-step';
import { type AreaScope, areaType } from './area-type';

const languageAccess = areaType('LanguageAccess', 'LANGUAGE_ACCESS', 'language access');
const assistance = areaType('Assistance', 'ASSISTANCE', 'assistance');
const assistedReturn = areaType('AssistedReturn', 'RETURN', 'assisted return and reintegration');

export const LanguageAccess = languageAccess.type;
export const Assistance = assistance.type;
export const AssistedReturn = assistedReturn.type;

/** Return is more than a list: people go through it step by step, and its assistance is split into parts. */
@Resolver(() => AssistedReturn)
class AssistedReturnResolver {
  @FieldResolver(() => [ServiceStep], {
    description: 'The steps it takes people through, programme by programme, first to last.',
  })
  async steps(
    @Root() scope: AreaScope,
    @Ctx() context: SubgraphContext,
    @Arg('through', () => String, throughArgument) through?: string,
  ): Promise<ServiceStep[]> {
    return toSteps(await loadReturnSteps(context, scope.organizationId), through);
  }

  @FieldResolver(() => [ServiceShare], {
    description: 'How its reintegration assistance is split, the largest part first.',
  })
  async shares(@Root() scope: AreaScope, @Ctx() context: SubgraphContext): Promise<ServiceShare[]> {
    return toShares(await loadReturnShares(context, scope.organizationId));
  }
}

export const areaResolvers = [
  languageAccess.resolver,
  assistance.resolver,
  assistedReturn.resolver,
  AssistedReturnResolver,
] as const;
