import type { BandRates, Share, Thresholds } from '@frigate-reid/shared/api/models';
import { t } from '../../core/i18n';

/** What a band got wrong and missed of the user's own answers, with how sure that is. */
export function ratesWords(rates: BandRates | undefined): string {
  if (rates === undefined || (rates.wrong === null && rates.missed === null)) {
    return t('rates.few');
  }
  const { wrong, missed } = rates;
  return t('rates.both', {
    wrong: wrong === null ? t('rates.wrongFew') : t('rates.wrong', values(wrong)),
    missed: missed === null ? t('rates.missedFew') : t('rates.missed', values(missed)),
  });
}

/** The numbers behind a band: what each is of, and how much. */
export function thresholdRows(of: Thresholds): readonly (readonly [string, string])[] {
  return [
    [t('thresholds.links'), exactPercent(of.wrong_links)],
    [t('thresholds.firstLinks'), exactPercent(of.wrong_first_links)],
    [t('thresholds.merges'), exactPercent(of.wrong_merges)],
    [t('thresholds.askFrom'), exactPercent(of.ask_from)],
    [t('thresholds.questions'), String(of.questions_a_day)],
  ];
}

/** Shares far below a hundredth count here: `0.25 %`. */
function exactPercent(share: number): string {
  return `${Number((100 * share).toFixed(2))} %`;
}

function values({ count, of, low, high }: Share): Record<string, string | number> {
  return { count, of, low: percent(low, Math.floor), high: percent(high, Math.ceil) };
}

/** Rounded outwards: an interval is never narrower in words than it is. */
function percent(share: number, round: (value: number) => number): number {
  return round(100 * share);
}
