import { describe, expect, it } from 'vitest';
import { Playback } from '../src/logic/playback';

/** Frames that come when the test says so. */
class Frames {
  private waiting: FrameRequestCallback[] = [];

  requestAnimationFrame(callback: FrameRequestCallback): number {
    return this.waiting.push(callback);
  }

  cancelAnimationFrame(): void {
    this.waiting = [];
  }

  at(now_ms: number): void {
    const due = this.waiting;
    this.waiting = [];
    due.forEach((callback) => {
      callback(now_ms);
    });
  }
}

function played(): { frames: Frames; times: number[]; playback: Playback; ends: () => number } {
  const [frames, times] = [new Frames(), [] as number[]];
  let ended = 0;
  const playback = new Playback(
    (time_s) => times.push(time_s),
    () => (ended += 1),
    frames,
  );
  return { frames, times, playback, ends: () => ended };
}

describe('Playback', () => {
  it('passes a whole span in twenty seconds', () => {
    const { frames, times, playback } = played();
    playback.play(0, 1000, 1000);
    frames.at(500);
    frames.at(10_500);
    expect(times).toEqual([0, 500]);
  });

  it('ends at the end, once', () => {
    const { frames, times, playback, ends } = played();
    playback.play(900, 1000, 1000);
    frames.at(500);
    frames.at(30_000);
    frames.at(31_000);
    expect(times.at(-1)).toBe(1000);
    expect([ends(), playback.playing]).toEqual([1, false]);
  });

  it('stops when told', () => {
    const { frames, times, playback } = played();
    playback.play(0, 1000, 1000);
    playback.stop();
    frames.at(500);
    expect(times).toEqual([]);
  });
});
