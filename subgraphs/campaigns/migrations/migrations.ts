import type { SubgraphDefinition } from '../../../shared/subgraph/definition';
import { Campaigns1 } from './1-campaigns';
import { Internal2 } from './2-internal';
import { Sharing3 } from './3-sharing';
import { Writing4 } from './4-writing';
import { Partnership5 } from './5-partnership';
import { Tasks6 } from './6-tasks';
import { Activities7 } from './7-activities';
import { Indexes8 } from './8-indexes';
import { Bills20 } from './20-bills';
import { BillPositions21 } from './21-bill-positions';
import { Testimony22 } from './22-testimony';
import { Frameworks30 } from './30-frameworks';
import { FrozenResults31 } from './31-frozen-results';
import { ActionCalls40 } from './40-action-calls';
import { ActionCallSponsors41 } from './41-action-call-sponsors';
import { Signatures42 } from './42-signatures';
import { SignatureCounts43 } from './43-signature-counts';
import { Follow50 } from './50-follow';
import { Outreach51 } from './51-outreach';
import { Records52 } from './52-records';
import { TaskLevel53 } from './53-task-level';
import { BillVersions54 } from './54-bill-versions';

/** In the order in which they run. */
export const migrations: SubgraphDefinition['migrations'] = [
  Campaigns1,
  Internal2,
  Sharing3,
  Writing4,
  Partnership5,
  Tasks6,
  Activities7,
  Indexes8,
  Bills20,
  BillPositions21,
  Testimony22,
  Frameworks30,
  FrozenResults31,
  ActionCalls40,
  ActionCallSponsors41,
  Signatures42,
  SignatureCounts43,
  Follow50,
  Outreach51,
  Records52,
  TaskLevel53,
  BillVersions54,
];
