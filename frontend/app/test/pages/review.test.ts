import { describe, expect, it } from 'vitest';
import { ReviewStore } from '../../src/pages/review/review-store';
import { nearestWords } from '../../src/pages/review/review-words';
import { FakeApi, failure, identity, review } from '../fake-api';

function queue(ids: string[], answers: Record<string, unknown> = {}) {
  let open = ids.map((id, index) => review(id, identity(2 * index + 1), identity(2 * index + 2)));
  const api = new FakeApi({
    'GET reviews/next': () => ({ items: open, open: open.length }),
    ...Object.fromEntries(
      ids.map((id) => [
        `POST reviews/${id}/answer`,
        () => {
          open = open.filter((each) => each.id !== id);
          return { identity: identity(1, { name: 'Anna' }), decision_ids: [`d-${id}`] };
        },
      ]),
    ),
    ...answers,
  });
  return {
    api,
    store: new ReviewStore(api.client),
    vanish: (id: string) => (open = open.filter((each) => each.id !== id)),
    arrive: (id: string) => (open = [review(id), ...open]),
  };
}

describe('the queue of questions', () => {
  it('goes on to the next one after an answer', async () => {
    const { store, api } = queue(['q1', 'q2']);
    await store.load();
    await store.answer('same');
    expect(api.find('POST reviews/q1/answer')?.body).toEqual({ answer: 'same', also: [] });
    expect(store.current?.id).toBe('q2');
    expect(store.state.open).toBe(1);
    expect(store.state.answered).toMatchObject([{ answer: 'same', person: { label: 'Anna' } }]);
  });

  it('keeps the shown question first, whatever comes meanwhile', async () => {
    const { store, arrive } = queue(['q1', 'q2']);
    await store.load();
    arrive('q0');
    await store.load();
    expect(store.state.queue.map((each) => each.id)).toEqual(['q1', 'q0', 'q2']);
  });

  it('begins with the question that a link led to, while that is open', async () => {
    const { store, api, vanish } = queue(['q1', 'q2', 'q3']);
    await store.begin('q3');
    expect(api.find('GET reviews/next')?.query['count']).toEqual(['50']);
    expect(store.state.queue.map((each) => each.id)).toEqual(['q3', 'q1', 'q2']);
    await store.load();
    expect(store.current?.id).toBe('q3');
    vanish('q3');
    await store.begin('q3');
    expect(store.current?.id).toBe('q1');
  });

  it('says when somebody else was quicker, and goes on', async () => {
    const { store } = queue(['q1', 'q2'], {
      'POST reviews/q1/answer': () => failure(404, 'not_found'),
    });
    await store.load();
    await store.answer('different');
    expect(store.state.elsewhere).toMatchObject({ review: { id: 'q1' }, outcome: 'gone' });
    expect(store.state.answered).toEqual([]);
  });

  it('tells what somebody else said of the question that was shown, and takes it back', async () => {
    const told = {
      id: 'd9',
      kind: 'distinguish',
      undone: false,
      changes: [{ subject: 'identity', subject_id: 'p1', field: 'distinct_from', after: ['p2'] }],
    };
    const { store, api, vanish } = queue(['q1', 'q2'], {
      'GET identities/p1/history': { items: [told], cursor: null },
      'POST decisions/d9/undo': {},
    });
    await store.load();
    vanish('q1');
    await store.load();
    expect(store.current?.id).toBe('q2');
    expect(store.state.elsewhere).toMatchObject({ outcome: 'different', decision: 'd9' });
    await store.undoElsewhere();
    expect(api.made).toContain('POST decisions/d9/undo');
    expect(store.state.elsewhere).toBeNull();
  });

  it('tells that somebody else left the question open', async () => {
    const told = {
      id: 'd9',
      kind: 'unsure',
      undone: false,
      changes: [{ subject: 'identity', subject_id: 'p1', field: 'unsure_of', after: ['p2'] }],
    };
    const { store, vanish } = queue(['q1', 'q2'], {
      'GET identities/p1/history': { items: [told], cursor: null },
    });
    await store.load();
    vanish('q1');
    await store.load();
    expect(store.state.elsewhere).toMatchObject({ outcome: 'unsure', decision: 'd9' });
  });

  it('settles those who look alike with the same answer', async () => {
    const { store, api } = queue(['q1', 'q2'], {
      'GET identities/p8': identity(8),
      'GET identities/p9': identity(9),
      'GET reviews/next': {
        items: [{ ...review('q1'), group: ['p1', 'p2', 'p8', 'p9', 'gone'] }],
        open: 1,
      },
    });
    await store.load();
    expect(store.state.group.map((each) => each.id)).toEqual(['p8', 'p9']);
    store.toggleAll();
    store.toggleAlso('p8');
    await store.answer('same');
    expect(api.find('POST reviews/q1/answer')?.body).toEqual({ answer: 'same', also: ['p9'] });
    expect(store.state.answered).toMatchObject([{ also: 1 }]);
    expect(store.state.also.size).toBe(0);
  });

  it('calls a picture bad, reads pictures anew, and takes that back', async () => {
    let crops = [
      { id: 'c1', has_picture: true },
      { id: 'c2', has_picture: true },
    ];
    const { store, api } = queue(['q1', 'q2'], {
      'GET identities/p1/templates': () => ({ crops }),
      'PATCH crops/c1': () => {
        crops = crops.slice(1);
        return { crop: {}, decision_ids: ['d1'] };
      },
      'POST decisions/d1/undo': {},
    });
    await store.load();
    await store.callBad(identity(1), 'c1');
    expect(api.find('PATCH crops/c1')?.body).toEqual({ bad: true });
    expect(store.current?.id).toBe('q1');
    expect(store.state.crops.get('p1')).toEqual(['c2']);
    expect(store.answers).toBe(0);
    expect(await store.undo()).toBe(true);
    expect(api.made).toContain('POST decisions/d1/undo');
  });

  it('passes other failures on and asks the same again', async () => {
    const { store } = queue(['q1'], { 'POST reviews/q1/answer': () => failure(503, 'store') });
    await store.load();
    await expect(store.answer('same')).rejects.toMatchObject({ code: 'store' });
    expect(store.current?.id).toBe('q1');
    expect(store.state.busy).toBe(false);
  });

  it('takes the last answer back that decided something', async () => {
    const { store, api } = queue(['q1', 'q2'], {
      'POST decisions/d-q1/undo': {},
      'POST reviews/q2/answer': { identity: identity(3), decision_ids: [] },
    });
    await store.load();
    await store.answer('same');
    await store.answer('unsure');
    expect(await store.undo()).toBe(true);
    expect(api.made).toContain('POST decisions/d-q1/undo');
    expect(await store.undo()).toBe(false);
  });

  it('has pictures of the next two questions ready', async () => {
    const templates = {
      crops: [
        { id: 'c1', has_picture: true },
        { id: 'c2', has_picture: false },
      ],
    };
    const { store } = queue(['q1', 'q2', 'q3'], { 'GET identities/p1/templates': templates });
    await store.load();
    expect([...store.state.crops.keys()].sort()).toEqual(['p1', 'p2', 'p3', 'p4']);
    expect(store.state.crops.get('p1')).toEqual(['c1']);
    expect(store.state.crops.get('p2')).toEqual([]);
  });
});

describe('the line about where the two come closest', () => {
  const edge = {
    ...{ from_camera: 'gate', from_instance: 'frigate', to_camera: 'driveway' },
    ...{ to_instance: 'frigate', count: 9, overlaps: 0, p5_s: 40, p50_s: 50, p95_s: 70 },
    rule: 'learned' as const,
  };
  const asked = (gap_s: number, looks: number, face: number, to_camera = 'driveway') => ({
    ...review('q1'),
    nearest: {
      ...{ from_sighting_id: 's1', from_instance: 'frigate', from_camera: 'gate' },
      ...{ to_sighting_id: 's2', to_instance: 'frigate', to_camera, gap_s },
    },
    terms: [
      { name: 'appearance', value: looks, words: '' },
      { name: 'face', value: face, words: '' },
    ],
  });

  it('tells the way, the time it took and usually takes, looks and faces', () => {
    expect(nearestWords(asked(48, 1.5, 0), [edge])).toBe(
      'Gate → Driveway · 0:48 later (usually 0:40 to 1:10) · looks likely · no face',
    );
  });

  it('tells no usual time of what is no walk, or of a way that is not known', () => {
    expect(nearestWords(asked(7200, 0.2, 8), [edge])).toBe(
      'Gate → Driveway · 2 hours later · looks unsure · faces or names agree',
    );
    expect(nearestWords(asked(48, -2, -8, 'gate'), [edge])).toBe(
      'Gate again · 0:48 later · looks unlikely · faces or names differ',
    );
    expect(nearestWords(asked(-5, 0, 0), [edge])).toContain('in sight of both for 0:05');
  });

  it('tells what is weighed where sightings have gone', () => {
    expect(nearestWords({ ...asked(1, 2, 0), nearest: null }, [])).toBe('looks likely · no face');
  });
});
