import type { Identity, Review } from '@frigate-reid/shared/api/models';
import { t, tn } from '../../core/i18n';
import type { Answered } from './review-store';

/** What the service thinks, what speaks most for it, and what an answer settles. */
export function summaryWords(review: Review): string {
  const likely = review.probability >= 0.5;
  const strongest = [...review.terms]
    .filter((term) => typeof term.value === 'number' && term.name !== 'probability')
    .sort((a, b) => Math.abs(Number(b.value)) - Math.abs(Number(a.value)))[0];
  const opinion = t(likely ? 'review.likely' : 'review.unlikely');
  const settles = tn('review.settles', review.sightings);
  return [opinion, strongest?.words, settles].filter(Boolean).join(' ');
}

/** What an answer changed, in one line. */
export function didWords({ answer, review, person, also }: Answered): string {
  const names = { a: review.a.label, b: review.b.label, name: person.label };
  if (answer === 'same') {
    const sightings = tn('people.sightings', person.sightings);
    return t('review.did.same', { ...names, n: also + 2, sightings });
  }
  return t(`review.did.${answer}`, names);
}

/** Who of the two has fewer sightings: most often the one who is new. */
export function leastKnown({ a, b }: Review): Identity {
  return a.sightings <= b.sightings ? a : b;
}

/** About five seconds a question. */
export function minutesWords(open: number): string {
  return tn('review.minutes', Math.max(1, Math.round((open * 5) / 60)));
}
