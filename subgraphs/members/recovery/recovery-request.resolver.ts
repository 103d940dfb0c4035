import sql from 'sql-template-tag';
import { Args, type ClassType, Ctx, Field, FieldResolver, ID, InputType, Resolver, Root } from 'type-graphql';
import { columnsOf } from '../../../shared/database/columns';
import { loadById } from '../../../shared/database/load-rows';
import { type Connection, connectionType, connectionUnder } from '../../../shared/schema/connection';
import { PageArguments } from '../../../shared/schema/page-arguments';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Organization } from '../organization/organization.entity';
import { RecoveryRequest } from './recovery-request.entity';

const RecoveryRequestConnection = connectionType(RecoveryRequest, 'RecoveryRequest');

@InputType({ description: 'A recovery that was asked for.' })
export class RecoveryRequestInput {
  @Field(() => ID, { description: 'The request.' })
  request!: string;
}

@Resolver(() => Organization)
export class OrganizationRecoveryRequestsResolver {
  @FieldResolver(() => RecoveryRequestConnection, {
    nullable: true,
    description: 'Recoveries that the coalition was asked for, the newest first.',
  })
  recoveryRequests(
    @Root() { id }: Organization,
    @Ctx() context: SubgraphContext,
    @Args(() => PageArguments) page: PageArguments,
  ): Promise<Connection<RecoveryRequest>> {
    const list = {
      name: 'recoveryRequests',
      columns: columnsOf(RecoveryRequest),
      from: sql`members.recovery_request t`,
      where: [],
      orderBy: { name: 'requested_at', key: sql`t.id`, descending: true },
      perParent: sql`t.organization_id = parent.id`,
    };
    return connectionUnder(context, list, id, page);
  }
}

/** The field of a payload that shows the request as it stands now. */
export function requestResolver(payload: ClassType): ClassType {
  @Resolver(() => payload)
  class RequestResolver {
    @FieldResolver(() => RecoveryRequest, { nullable: true, description: 'The request as it stands now.' })
    request(
      @Root() { id }: { id?: string },
      @Ctx() context: SubgraphContext,
    ): Promise<RecoveryRequest | null> | null {
      return id === undefined ? null : loadById(context, RecoveryRequest, id);
    }
  }
  return RequestResolver;
}
