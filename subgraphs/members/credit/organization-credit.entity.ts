import { Directive, Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { OwnedRow } from '../../../shared/database/rows';
import { LocalizedText, type Translations } from '../../../shared/language/localized-text';

/** `id` is the organisation's own; the coalition keeps the row, so it stays when the organisation leaves. */
@Directive('@key(fields: "ref")')
@ObjectType({
  description: 'The name by which finished work credits an organisation, also one that has left since.',
})
@Entity({ schema: 'members', name: 'organization_credit' })
export class OrganizationCredit extends OwnedRow {
  @Field(() => LocalizedText, { description: 'Its name.' })
  @Column('jsonb')
  name!: Translations;

  @Field(() => String, { nullable: true, description: 'Its acronym, as printed.' })
  @Column('text', { nullable: true })
  acronym!: string | null;
}
