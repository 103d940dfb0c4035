import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { ChildRow } from '../../../shared/database/rows';
import { LocalizedText, type Translations } from '../../../shared/language/localized-text';

@ObjectType({ description: 'Something that was done with a bill, or that its legislature has announced.' })
@Entity({ schema: 'campaigns', name: 'bill_action' })
export class BillAction extends ChildRow {
  @Field(() => GraphQLLocalDate, { description: 'The day; one to come is announced, such as a hearing.' })
  @Column('date')
  date!: string;

  @Field({ description: 'Who acts, as the source names it.' })
  @Column('text', { name: 'organization_name' })
  organizationName!: string;

  @Column('text', { name: 'organization_kind', nullable: true })
  organizationKind!: string | null;

  @Field(() => LocalizedText, { description: 'In the words of the legislature.' })
  @Column('jsonb')
  description!: Translations;

  @Column('text', { array: true })
  classification!: string[];
}

@ObjectType({ description: 'Another bill that has to do with one.' })
@Entity({ schema: 'campaigns', name: 'bill_relation' })
export class BillRelation extends ChildRow {
  @Column('text', { name: 'relation_type' })
  relationType!: string;

  @Field({ description: 'The session of the other one.' })
  @Column('text', { name: 'legislative_session' })
  legislativeSession!: string;

  @Field({ description: 'What the legislature calls the other one.' })
  @Column('text')
  identifier!: string;
}

/** One text of a bill, as stored. */
export interface VersionRecord {
  readonly note: Translations;
  readonly date: string | null;
  readonly url: string | null;
}

@ObjectType({ description: 'One text of a bill.' })
export class BillVersion implements VersionRecord {
  @Field(() => LocalizedText, { description: 'Which text it is.' })
  note!: Translations;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The day of it.' })
  date!: string | null;

  @Field(() => String, { nullable: true, description: 'Where it can be read.' })
  url!: string | null;
}

/** Who brings a bill in, as stored. */
export interface SponsorshipRecord {
  readonly name: string;
  readonly primary: boolean;
  readonly classification: string;
  readonly legislatorId: string | null;
}

@ObjectType({ description: 'Who brings a bill in.' })
export class BillSponsorship {
  @Field({ description: 'The name, as the source writes it.' })
  name!: string;

  @Field({ description: 'Whether they lead it.' })
  primary!: boolean;

  @Field({ description: 'The kind of sponsorship, as the legislature calls it.' })
  classification!: string;
}
