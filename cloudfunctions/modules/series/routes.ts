import type { Routes } from '../../kernel/route';
import { answerSuggestion, rateAnswer } from './use-cases/answer-suggestion';
import { endSeries } from './use-cases/end-series';
import { planSeries } from './use-cases/plan-series';
import { listSeries, readSeries } from './use-cases/read-series';
import { sortSuggestion } from './use-cases/sort-suggestion';
import { suggest, withdrawSuggestion } from './use-cases/suggest';

export const seriesRoutes: Routes<'series'> = {
  'series.list': listSeries,
  'series.detail': readSeries,
  'series.plan': planSeries,
  'series.end': endSeries,
  'series.suggest': suggest,
  'series.withdrawSuggestion': withdrawSuggestion,
  'series.sortSuggestion': sortSuggestion,
  'series.answerSuggestion': answerSuggestion,
  'series.rateAnswer': rateAnswer,
};
