import type { SubgraphModule } from '../../../shared/subgraph/definition';
import { MediaItem } from '../media/media-item.entity';
import { MediaItemPayloadResolver } from '../media/media-item.payload';
import { MediaItemResolver } from '../media/media-item.resolver';
import { MediaItemArchiveResolver } from '../media/media-item-archive';
import { MediaItemCreateResolver } from '../media/media-item-create';
import { MediaItemUpdateResolver } from '../media/media-item-update';
import { OversightReport } from '../oversight/oversight-report.entity';
import { OversightReportPayloadResolver } from '../oversight/oversight-report.payload';
import { OversightReportResolver } from '../oversight/oversight-report.resolver';
import { OversightReportArchiveResolver } from '../oversight/oversight-report-archive';
import { OversightReportCreateResolver } from '../oversight/oversight-report-create';
import { OversightReportUpdateResolver } from '../oversight/oversight-report-update';
import { Publication } from '../publication/publication.entity';
import { PublicationPayloadResolver } from '../publication/publication.payload';
import { PublicationResolver } from '../publication/publication.resolver';
import { PublicationArchiveResolver } from '../publication/publication-archive';
import { PublicationCreateResolver } from '../publication/publication-create';
import { PublicationUpdateResolver } from '../publication/publication-update';
import { recordLinks } from './record-links';

/** Media items, publications and oversight reports. */
export const recordsModule: SubgraphModule = {
  resolvers: [
    MediaItemResolver,
    MediaItemPayloadResolver,
    MediaItemCreateResolver,
    MediaItemUpdateResolver,
    MediaItemArchiveResolver,
    PublicationResolver,
    PublicationPayloadResolver,
    PublicationCreateResolver,
    PublicationUpdateResolver,
    PublicationArchiveResolver,
    OversightReportResolver,
    OversightReportPayloadResolver,
    OversightReportCreateResolver,
    OversightReportUpdateResolver,
    OversightReportArchiveResolver,
    ...[MediaItem, Publication, OversightReport].map(recordLinks),
  ],
  entities: [MediaItem, Publication, OversightReport],
};
