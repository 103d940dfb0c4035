import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@ObjectType({ description: 'A third-party tool that acts for an organisation with API keys.' })
@Entity({ schema: 'members', name: 'api_client' })
export class ApiClient {
  @PrimaryColumn('text', { name: 'organization_id' })
  organizationId!: string;

  @Field(() => ID, {
    description: 'TypeID with the prefix `cli`; what an organisation lists as an allowed tool.',
  })
  @PrimaryColumn('text')
  id!: string;

  @Field({ description: 'What its organisation calls it.' })
  @Column('text')
  name!: string;

  @Column('text', { name: 'created_by' })
  createdBy!: string;

  @Field(() => Date, { description: 'When it was entered.' })
  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Field(() => Date, {
    nullable: true,
    description: 'Since when none of its keys is taken; null while they are.',
  })
  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt!: Date | null;
}
