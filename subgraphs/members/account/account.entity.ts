import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a person signs in with. Not in the graph. */
@Entity({ schema: 'members', name: 'account' })
export class Account {
  @PrimaryColumn('text', { name: 'person_id' })
  personId!: string;

  @Column('text')
  email!: string;

  /** Keyed hash of the address. */
  @Column('text', { name: 'email_key' })
  emailKey!: string;

  /** Argon2id; null for those who sign in at an identity provider only. */
  @Column('text', { name: 'password_hash', nullable: true })
  passwordHash!: string | null;

  /** Sealed; null while no second factor is switched on. */
  @Column('text', { name: 'totp_secret', nullable: true })
  totpSecret!: string | null;

  /** Sealed; waits for its first code. */
  @Column('text', { name: 'totp_pending', nullable: true })
  totpPending!: string | null;

  @Column('bigint', { name: 'totp_last_step', nullable: true })
  totpLastStep!: string | null;

  @Column('text', { name: 'recovery_keys', array: true })
  recoveryKeys!: string[];

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'password_changed_at' })
  passwordChangedAt!: Date;
}
