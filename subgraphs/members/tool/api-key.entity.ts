import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Of the key itself only a keyed hash is kept, and its beginning for people to know it by. */
@ObjectType({
  description:
    'What a tool may do, for how long and from where. The key itself was shown once and is kept nowhere.',
})
@Entity({ schema: 'members', name: 'api_key' })
export class ApiKey {
  @PrimaryColumn('text', { name: 'organization_id' })
  organizationId!: string;

  @Field(() => ID, { description: 'TypeID with the prefix `key`; the log names it as `tool`.' })
  @PrimaryColumn('text')
  id!: string;

  @Column('text', { name: 'client_id' })
  clientId!: string;

  @Column('text', { name: 'key_hash' })
  keyHash!: string;

  @Field({ description: 'How the key begins: to know it by, and not enough to use it.' })
  @Column('text')
  prefix!: string;

  @Field(() => [String], {
    description: 'What it may do: `group:operation`. What its grantor may not do, it may not do either.',
  })
  @Column('text', { array: true })
  scopes!: string[];

  @Field(() => [String], { description: 'Addresses and subnets it is taken from; empty for anywhere.' })
  @Column('cidr', { array: true })
  addresses!: string[];

  @Field(() => ID, { description: 'The person who granted it, whose rights it lives by.' })
  @Column('text', { name: 'granted_by' })
  grantedBy!: string;

  @Field(() => Date, { description: 'Since when.' })
  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Field(() => Date, { description: 'Until when.' })
  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it was used last, to the minute.' })
  @Column('timestamptz', { name: 'last_used_at', nullable: true })
  lastUsedAt!: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: 'When it was or will be taken back; of a key that was rotated that may be still to come.',
  })
  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt!: Date | null;
}
