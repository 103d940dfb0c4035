import { agreementDeeds } from './agreement-deeds';
import { membershipDeeds } from './membership-deeds';
import type { Model } from './model';
import { peopleDeeds } from './people-deeds';
import { sharingDeeds } from './sharing-deeds';
import { toolDeeds } from './tool-deeds';
import type { World } from './world';

/**
 * Does something through the hub's own API, what it takes first included, and tells the model. It throws when the hub
 * refuses what the specification allows, or does what it forbids.
 */
export type Deed = (model: Model, world: World, pick: number) => Promise<void>;

export const deeds: Readonly<Record<string, Deed>> = {
  ...membershipDeeds,
  ...peopleDeeds,
  ...sharingDeeds,
  ...agreementDeeds,
  ...toolDeeds,
};

export const at = <Value>(values: readonly Value[], pick: number): Value => values[pick % values.length]!;
