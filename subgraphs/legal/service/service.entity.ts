import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { NeededFor } from '../../../shared/database/columns-asked';
import { ChildRow, OwnedRow } from '../../../shared/database/rows';
import { tagEntity } from '../../../shared/database/tags';
import { Measure, type MeasureRecord } from '../../../shared/figure/measure';
import { LocalizedText, type Translations } from '../../../shared/language/localized-text';
import type { SourceRecord } from '../../../shared/taxonomy/term';
import { SourceReference } from '../../../shared/taxonomy/term.type';

/**
 * Something an organisation does for people; its provider owns the row. What people tell it is not here: that will
 * be cases.
 */
@Directive('@key(fields: "ref")')
@ObjectType({
  description: 'A service that an organisation gives, as its public directory entry describes it.',
})
@Entity({ schema: 'legal', name: 'service' })
export class Service extends OwnedRow {
  @Field(() => ID, { description: 'TypeID with the prefix `srv`.' })
  declare id: string;

  @Field({ description: 'Readable handle, unique among the services of its provider.' })
  @NeededFor('slug')
  @Column('text')
  slug!: string;

  @Field(() => LocalizedText, { description: 'Its name.' })
  @NeededFor('name')
  @Column('jsonb')
  name!: Translations;

  @Field(() => LocalizedText, { description: 'What it is, in a sentence.' })
  @NeededFor('description')
  @Column('jsonb')
  description!: Translations;

  @NeededFor('category', 'area')
  @Column('text')
  category!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'In how many languages it is given; null where the source gives no number. `languages` holds those it names.',
  })
  @NeededFor('languageCount')
  @Column('integer', { name: 'language_count', nullable: true })
  languageCount!: number | null;

  @Field(() => LocalizedText, {
    nullable: true,
    description: 'Who can use it, in words; null where the source does not say.',
  })
  @NeededFor('eligibility')
  @Column('jsonb', { nullable: true })
  eligibility!: Translations | null;

  @NeededFor('cost')
  @Column('text', { nullable: true })
  cost!: string | null;

  @Field(() => Measure, {
    nullable: true,
    description:
      'Its part, in percent, of the kind of assistance it belongs to; null where the source gives none.',
  })
  @NeededFor('share')
  @Column('jsonb', { nullable: true })
  share!: MeasureRecord | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Its place, from 1, among the ordered steps of its programme; null when it is no step.',
  })
  @NeededFor('stepOrder')
  @Column('integer', { name: 'step_order', nullable: true })
  stepOrder!: number | null;

  @Field(() => [SourceReference], { description: 'Where it is written about.' })
  @NeededFor('sources')
  @Column('jsonb')
  sources!: SourceRecord[];

  @Field(() => LocalizedText, { nullable: true, description: 'How an unclear passage was read.' })
  @NeededFor('note')
  @Column('jsonb', { nullable: true })
  note!: Translations | null;
}

/** Lists of a service: `languages`, `audiences`, `places` (codes) and `referralTo` (ids of organisations). */
export const ServiceTag = tagEntity('legal', 'service');

/** Which figures tell of a service. Figures of other subgraphs are linked too; each subgraph answers with its own. */
@Entity({ schema: 'legal', name: 'service_figure' })
export class ServiceFigure extends ChildRow {
  @PrimaryColumn('text', { name: 'figure_id' })
  figureId!: string;
}
