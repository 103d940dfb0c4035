import type { SubgraphModule } from '../../../shared/subgraph/definition';
import { CampaignsBehindResolver } from '../indicator/campaigns-behind.resolver';
import { Indicator, IndicatorLink } from '../indicator/indicator.entity';
import { IndicatorPayloadResolver } from '../indicator/indicator.payload';
import {
  CampaignIndicatorsResolver,
  IndicatorResolver,
  ResultIndicatorsResolver,
} from '../indicator/indicator.resolver';
import { IndicatorActualCorrectResolver } from '../indicator/indicator-actual-correct';
import { IndicatorActualReportResolver } from '../indicator/indicator-actual-report';
import { IndicatorArchiveResolver } from '../indicator/indicator-archive';
import { IndicatorBaselineSetResolver } from '../indicator/indicator-baseline-set';
import { IndicatorCorrection } from '../indicator/indicator-correction.entity';
import { IndicatorCreateResolver } from '../indicator/indicator-create';
import { IndicatorFigureResolver, IndicatorPartResolver } from '../indicator/indicator-figure.type';
import { IndicatorPeriod } from '../indicator/indicator-period.entity';
import { IndicatorPeriodResolver } from '../indicator/indicator-period.resolver';
import { IndicatorPeriodAddResolver } from '../indicator/indicator-period-add';
import { IndicatorPeriodRemoveResolver } from '../indicator/indicator-period-remove';
import { IndicatorPeriodUpdateResolver } from '../indicator/indicator-period-update';
import { IndicatorTargetSetResolver } from '../indicator/indicator-target-set';
import { IndicatorUpdateResolver } from '../indicator/indicator-update';
import { IndicatorProgressResolver } from '../indicator/progress.type';
import { IndicatorRollUpResolver } from '../indicator/roll-up';
import { Result } from './result.entity';
import { ResultPayloadResolver } from './result.payload';
import { CampaignResultsResolver, ResultResolver } from './result.resolver';
import { ResultArchiveResolver } from './result-archive';
import { ResultCreateResolver } from './result-create';
import { ResultUpdateResolver } from './result-update';

/** Result frameworks: results and their indicators. */
export const frameworkModule: SubgraphModule = {
  resolvers: [
    CampaignResultsResolver,
    ResultResolver,
    ResultPayloadResolver,
    ResultCreateResolver,
    ResultUpdateResolver,
    ResultArchiveResolver,
    CampaignIndicatorsResolver,
    ResultIndicatorsResolver,
    IndicatorResolver,
    IndicatorPeriodResolver,
    IndicatorFigureResolver,
    IndicatorPartResolver,
    IndicatorProgressResolver,
    IndicatorRollUpResolver,
    CampaignsBehindResolver,
    IndicatorPayloadResolver,
    IndicatorCreateResolver,
    IndicatorUpdateResolver,
    IndicatorArchiveResolver,
    IndicatorBaselineSetResolver,
    IndicatorPeriodAddResolver,
    IndicatorPeriodUpdateResolver,
    IndicatorPeriodRemoveResolver,
    IndicatorTargetSetResolver,
    IndicatorActualReportResolver,
    IndicatorActualCorrectResolver,
  ],
  entities: [Result, Indicator, IndicatorPeriod, IndicatorLink, IndicatorCorrection],
};
