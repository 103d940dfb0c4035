import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../schema/connection';
import { entityStub } from '../schema/entity-stub';

/** The types of the log, the same in every subgraph; which organisation they point at is for its resolvers to say. */
export function accessLogTypes() {
  @Directive('@shareable')
  @ObjectType({
    description:
      'One thing that somebody did with records of an organisation: read, created, changed, deleted or shared. It never holds what the records say.',
  })
  class AccessLogEntry {
    @Field(() => ID, { description: 'The organisation and the place in its chain.' })
    id!: string;

    @Field(() => Int, { description: 'The place in the chain, counted from 1 without gaps.' })
    sequence!: number;

    @Field(() => Date, { description: 'When.' })
    at!: Date;

    @Field(() => ID, {
      nullable: true,
      description: 'Who: the id of a person. Of a tool, the person who granted its key; null for the public.',
    })
    person!: string | null;

    @Field(() => [String], {
      description: 'The roles they held at that moment; empty for a tool and the public.',
    })
    roles!: readonly string[];

    @Field(() => ID, { nullable: true, description: 'The API key of the tool that did it, if one did.' })
    tool!: string | null;

    @Field(() => String, {
      description: '`r` read, `c` create, `u` update, `d` delete or archive, `s` change of sharing.',
    })
    operation!: string;

    @Field(() => String, { description: 'The permission group, such as `campaign.internal`.' })
    group!: string;

    @Field(() => String, { description: 'The kind of record: a type, or of writes a table.' })
    record!: string;

    @Field(() => [ID], {
      description: 'The records. Entries of a log that was read stand as ranges: `org_…:3..27`.',
    })
    subjects!: readonly string[];

    @Field(() => ID, {
      nullable: true,
      description: 'The request it was part of; the same in every subgraph.',
    })
    requestId!: string | null;

    @Field(() => String, {
      description: 'SHA-256 over the hash before it and this entry, as hexadecimal digits.',
    })
    hash!: string;
  }

  @Directive('@shareable')
  @ObjectType({
    description:
      'Where the chain of an organisation’s log ends in one subgraph. Whoever notes it down can prove later that nothing before it was changed.',
  })
  class AuditHead {
    @Field(() => Int, { description: 'How many entries the chain has.' })
    sequence!: number;

    @Field(() => String, { description: 'The hash of the last entry, as hexadecimal digits.' })
    hash!: string;

    @Field(() => Date, { description: 'When the last entry was written.' })
    at!: Date;
  }

  const AccessLogEntryConnection = connectionType(AccessLogEntry, 'AccessLogEntry');
  const AuditHeadConnection = connectionType(AuditHead, 'AuditHead');

  @Directive('@shareable')
  @ObjectType({ description: 'The log of one organisation in one subgraph.' })
  class AccessLogPart {}

  const AccessLog = entityStub(
    'AccessLog',
    'Who read or changed what of an organisation’s data. Each subgraph adds its own part; one that is null came with an error that names its subgraph: it is missing, not empty.',
  );
  return {
    AccessLog,
    AccessLogEntry,
    AccessLogEntryConnection,
    AccessLogPart,
    AuditHead,
    AuditHeadConnection,
  };
}
