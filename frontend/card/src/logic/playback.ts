/** Plays a span of time: hours pass in seconds, and nothing moves for those who want it still. */

/** So long a whole span takes, whatever it is. */
const WHOLE_SPAN_MS = 20_000;

export class Playback {
  private frame = 0;
  private previous_ms = 0;

  constructor(
    private readonly onTime: (time_s: number) => void,
    private readonly onEnd: () => void,
    private readonly frames: Pick<Window, 'requestAnimationFrame' | 'cancelAnimationFrame'>,
  ) {}

  get playing(): boolean {
    return this.frame !== 0;
  }

  /** Play from `from_s` to `until_s`; the whole of `span_s` would take twenty seconds. */
  play(from_s: number, until_s: number, span_s: number): void {
    this.stop();
    let time_s = from_s;
    const step = (now_ms: number): void => {
      const passed_ms = this.previous_ms === 0 ? 0 : now_ms - this.previous_ms;
      this.previous_ms = now_ms;
      time_s = Math.min(until_s, time_s + (passed_ms / WHOLE_SPAN_MS) * span_s);
      this.onTime(time_s);
      if (time_s < until_s) {
        this.frame = this.frames.requestAnimationFrame(step);
        return;
      }
      this.stop();
      this.onEnd();
    };
    this.frame = this.frames.requestAnimationFrame(step);
  }

  stop(): void {
    if (this.frame !== 0) this.frames.cancelAnimationFrame(this.frame);
    this.frame = 0;
    this.previous_ms = 0;
  }
}
