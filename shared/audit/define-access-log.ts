import {
  Arg,
  Args,
  type ClassType,
  Ctx,
  Directive,
  FieldResolver,
  ID,
  Int,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { type Connection, connection, connectionUnder } from '../schema/connection';
import { pointOrRead } from '../schema/entity-stub';
import { filterArgument, PageArguments } from '../schema/page-arguments';
import { requireId } from '../schema/type-id';
import type { SubgraphContext } from '../subgraph/context';
import type { ReferenceResolver } from '../subgraph/definition';
import { entriesUnder, headList, loadHead } from './access-log.repository';
import { AccessLogFilter } from './access-log-filter';
import { accessLogTypes } from './access-log-types';
import { type AuditEntryRow, type AuditHeadRow, auditEntities } from './audit-rows';

export interface AccessLogOptions {
  /** Schema of the subgraph, and name of its part. */
  readonly schema: string;
  readonly Organization: ClassType;
  /** How to read organisations where this subgraph keeps them itself; else it only points. */
  readonly readOrganization?: ReferenceResolver;
}

/** Whose log it is. */
export interface LogScope {
  readonly ref: string;
}

/**
 * Everything about reading the log in one subgraph: its part of `AccessLog`, and the ends of its chains. Every
 * subgraph answers the same root field, so one that is away costs its part and nothing else.
 */
export function defineAccessLog({ schema, Organization, readOrganization }: AccessLogOptions) {
  const { AuditEntry, AuditHead } = auditEntities(schema);
  const types = accessLogTypes();

  @Resolver(() => types.AccessLog)
  class AccessLogResolver {
    @Directive('@shareable')
    @Query(() => types.AccessLog, {
      nullable: true,
      description: 'Who read or changed what of an organisation’s data, across the whole hub.',
    })
    accessLog(
      @Ctx() { viewer }: SubgraphContext,
      @Arg('organization', () => ID, {
        nullable: true,
        description: 'Whose log; without it, that of the organisation one acts for.',
      })
      organization?: string,
    ): LogScope | null {
      const own = viewer.organizationId;
      const id = organization == null ? own : requireId('Organization', organization);
      return id === null ? null : { ref: id };
    }

    @FieldResolver(() => types.AccessLogPart, {
      name: schema,
      nullable: true,
      description: `What happened in the ${schema} subgraph. Null when it is missing.`,
    })
    part(@Root() scope: LogScope): LogScope {
      return scope;
    }
  }

  @Resolver(() => types.AccessLogPart)
  class AccessLogPartResolver {
    @FieldResolver(() => types.AccessLogEntryConnection, {
      nullable: true,
      description:
        'What was done with its records, newest first. Its admins see all of it, others their own deeds. Reading it is logged as well.',
    })
    entries(
      @Root() { ref }: LogScope,
      @Ctx() context: SubgraphContext,
      @Args(() => PageArguments) page: PageArguments,
      @Arg('filter', () => AccessLogFilter, filterArgument) filter?: AccessLogFilter,
    ): Promise<Connection<AuditEntryRow>> {
      return connectionUnder(context, entriesUnder(schema, AuditEntry, filter), ref, page);
    }

    @FieldResolver(() => types.AuditHead, {
      nullable: true,
      description: 'Where its chain ends; null while it is empty.',
    })
    head(@Root() { ref }: LogScope, @Ctx() context: SubgraphContext): Promise<AuditHeadRow | null> {
      return loadHead(context, AuditHead, ref);
    }
  }

  @Resolver(() => types.AccessLogEntry)
  class AccessLogEntryResolver {
    @FieldResolver(() => Int)
    sequence(@Root() { sequence }: AuditEntryRow): number {
      return Number(sequence);
    }

    @FieldResolver(() => ID)
    person(@Root() { personId }: AuditEntryRow): string | null {
      return personId;
    }

    @FieldResolver(() => Organization, { nullable: true, description: 'For which organisation they acted.' })
    organization(@Root() { actorOrganizationId }: AuditEntryRow, @Ctx() context: SubgraphContext): unknown {
      return pointOrRead(actorOrganizationId, context, readOrganization);
    }

    @FieldResolver(() => [String])
    roles(@Root() { roles }: AuditEntryRow): string[] {
      return roles === '' ? [] : roles.split(',');
    }

    @FieldResolver(() => ID)
    tool(@Root() { toolKeyId }: AuditEntryRow): string | null {
      return toolKeyId;
    }

    @FieldResolver(() => String)
    group(@Root() { groupName }: AuditEntryRow): string {
      return groupName;
    }

    @FieldResolver(() => [ID])
    subjects(@Root() { subjectIds }: AuditEntryRow): readonly string[] {
      return subjectIds;
    }

    @FieldResolver(() => String)
    hash(@Root() { hash }: AuditEntryRow): string {
      return hash.toString('hex');
    }
  }

  @Resolver(() => types.AuditHead)
  class AuditHeadResolver {
    @Query(() => types.AuditHeadConnection, {
      name: `${schema}AuditHeads`,
      nullable: true,
      description: `Where the logs of all organisations end in the ${schema} subgraph.`,
    })
    heads(
      @Ctx() context: SubgraphContext,
      @Args(() => PageArguments) page: PageArguments,
    ): Promise<Connection<AuditHeadRow>> {
      return connection(context, headList(schema, AuditHead), page);
    }

    @FieldResolver(() => Organization, { nullable: true, description: 'Whose log it is.' })
    organization(@Root() { organizationId }: AuditHeadRow, @Ctx() context: SubgraphContext): unknown {
      return pointOrRead(organizationId, context, readOrganization);
    }

    @FieldResolver(() => Int)
    sequence(@Root() { sequence }: AuditHeadRow): number {
      return Number(sequence);
    }

    @FieldResolver(() => String)
    hash(@Root() { hash }: AuditHeadRow): string {
      return hash.toString('hex');
    }
  }

  return {
    AccessLog: types.AccessLog,
    auditEntities: [AuditEntry, AuditHead] as const,
    accessLogResolvers: [
      AccessLogResolver,
      AccessLogPartResolver,
      AccessLogEntryResolver,
      AuditHeadResolver,
    ] as const,
  };
}
