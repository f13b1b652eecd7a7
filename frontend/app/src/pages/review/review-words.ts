import type { Edge, Identity, Review } from '@frigate-reid/shared/api/models';
import { duration } from '@frigate-reid/shared/time/format';
import { t, tn } from '../../core/i18n';
import { ageWords, cameraName, isWalk } from '../../ui/words';
import { usualTime, usualWords } from '../person/usual-time';
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

/** Three times likelier: less than that is worth no word. */
const SAYS_MUCH = Math.log(3);

/** Where and when the two come closest, how they look, and what their faces say. */
export function nearestWords({ nearest, terms }: Review, edges: readonly Edge[]): string {
  const weight = (name: string): number => Number(terms.find((term) => term.name === name)?.value);
  const looks = weight('appearance');
  const face = weight('face');
  const band =
    looks >= SAYS_MUCH ? 'likely' : looks <= -SAYS_MUCH ? 'unlikely' : ('unsure' as const);
  const parts = [
    ...(nearest ? [wayWords(nearest), whenWords(nearest, edges)] : []),
    Number.isFinite(looks) ? t(`review.looks.${band}`) : '',
    face > 0 ? t('review.face.for') : face < 0 ? t('review.face.against') : t('review.face.none'),
  ];
  return parts.filter(Boolean).join(' · ');
}

type Meeting = NonNullable<Review['nearest']>;

function wayWords({ from_camera, to_camera }: Meeting): string {
  const [from, to] = [cameraName(from_camera), cameraName(to_camera)];
  return from === to ? t('review.sameCamera', { camera: from }) : `${from} → ${to}`;
}

/** How long a walk usually takes is said only of what may be one. */
function whenWords(nearest: Meeting, edges: readonly Edge[]): string {
  const { gap_s } = nearest;
  if (gap_s < 0) return t('route.overlap', { time: duration(-gap_s) });
  const later = t('review.later', { time: isWalk(gap_s) ? duration(gap_s) : ageWords(gap_s) });
  const usual = isWalk(gap_s)
    ? usualTime(
        edges,
        { camera: nearest.from_camera, frigate_instance: nearest.from_instance },
        { camera: nearest.to_camera, frigate_instance: nearest.to_instance },
      )
    : null;
  return usual === null ? later : `${later} (${usualWords(usual)})`;
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
