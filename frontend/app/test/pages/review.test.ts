import { describe, expect, it } from 'vitest';
import { ReviewStore } from '../../src/pages/review/review-store';
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
    arrive: (id: string) => (open = [review(id), ...open]),
  };
}

describe('the queue of questions', () => {
  it('goes on to the next one after an answer', async () => {
    const { store, api } = queue(['q1', 'q2']);
    await store.load();
    await store.answer('same');
    expect(api.find('POST reviews/q1/answer')?.body).toEqual({ answer: 'same' });
    expect(store.current?.id).toBe('q2');
    expect(store.state.open).toBe(1);
    expect(store.state.answered).toMatchObject([{ answer: 'same', label: 'Anna' }]);
  });

  it('keeps the shown question first, whatever comes meanwhile', async () => {
    const { store, arrive } = queue(['q1', 'q2']);
    await store.load();
    arrive('q0');
    await store.load();
    expect(store.state.queue.map((each) => each.id)).toEqual(['q1', 'q0', 'q2']);
  });

  it('says when somebody else was quicker, and goes on', async () => {
    const { store } = queue(['q1', 'q2'], {
      'POST reviews/q1/answer': () => failure(404, 'not_found'),
    });
    await store.load();
    await store.answer('different');
    expect(store.state.conflict).toBe(true);
    expect(store.state.answered).toEqual([]);
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
