import { Column, PrimaryColumn } from 'typeorm';
import { ChildRow } from '../../../shared/database/rows';
import type { MeasureBasis, MeasureQualifier } from '../../../shared/figure/measure';

/** Something a campaign does or brings about, with a number or without one. */
export abstract class CampaignLine extends ChildRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('float8', { nullable: true })
  quantity!: number | null;

  @Column('text', { nullable: true })
  unit!: string | null;

  @Column('text', { nullable: true })
  qualifier!: MeasureQualifier | null;

  @Column('text', { nullable: true })
  basis!: MeasureBasis | null;

  @Column('date', { name: 'as_of', nullable: true })
  asOf!: string | null;
}
