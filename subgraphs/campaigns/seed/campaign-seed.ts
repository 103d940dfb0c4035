import type { Translations } from '../../../shared/language/localized-text';
import type { SourceRecord } from '../../../shared/taxonomy/term';
import campaignSeeds from './campaigns.json';

/** A line of `campaigns.json`: something done, or something that came of it. */
export interface LineSeed {
  readonly id: string;
  readonly ar: string;
  readonly en: string;
  readonly quantity: number | null;
  readonly unit: string | null;
  /** Only where the source does not give an exact number. */
  readonly qualifier?: 'MORE_THAN' | 'ALMOST' | 'APPROXIMATE';
  readonly note: Translations | null;
  readonly source: SourceRecord[];
}

/** A campaign as it stands in `campaigns.json`. Codes name records by slug. */
export interface CampaignSeed {
  readonly slug: string;
  readonly organisation: string;
  readonly kind: string;
  readonly parent: string | null;
  readonly acronym: string | null;
  readonly titles: Translations;
  readonly subtitle: Translations | null;
  readonly objective: { readonly ar: string; readonly en: string; readonly source: SourceRecord[] } | null;
  readonly activities: readonly (LineSeed & { readonly activityKind: string })[];
  readonly results: readonly LineSeed[];
  readonly columnReading: string;
  readonly sdgTargets: readonly string[];
  readonly themes: readonly string[];
  readonly governmentLevels: readonly string[];
  readonly collaborationKinds: readonly string[];
  readonly audiences: readonly string[];
  readonly cities: readonly string[];
  readonly country: string | null;
  readonly partners: readonly string[];
  readonly funders: readonly string[];
  readonly instruments: readonly string[];
  readonly period: {
    readonly label: Translations;
    readonly start: string | null;
    readonly end: string | null;
  } | null;
  readonly source: SourceRecord[];
  readonly note: Translations | null;
}

export const campaigns = campaignSeeds as unknown as readonly CampaignSeed[];
