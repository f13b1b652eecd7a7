import { mdiPlay, mdiStop, mdiWalk } from '@mdi/js';
import type { WalkStep, WalkTest } from '@frigate-reid/shared/api/models';
import { clockTime, duration } from '@frigate-reid/shared/time/format';
import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { t, tn } from '../../core/i18n';
import { ServiceElement } from '../../core/page';
import { watch } from '../../core/store-controller';
import { base, buttons, chips } from '../../ui/styles';
import { cameraName } from '../../ui/words';
import '../../ui/fr-icon';
import { WalkStore, verdict } from './walk-store';

/** Start, walk, stop: how long the ways take, beside what was learned of them. */
@customElement('walk-card')
export class WalkCard extends ServiceElement {
  #store: WalkStore | null = null;

  constructor() {
    super();
    watch(this, () => [this.store]);
  }

  static override styles = [
    base,
    buttons,
    chips,
    css`
      .card {
        display: grid;
        gap: 12px;
        justify-items: start;
        overflow-x: auto;
      }
      table {
        width: 100%;
        border-collapse: collapse;
        font-variant-numeric: tabular-nums;
      }
      th {
        text-align: left;
        font-weight: 560;
        font-size: 13px;
        color: var(--ink-3);
        padding: 6px 14px 8px 0;
      }
      td {
        border-top: 1px solid var(--line);
        padding: 9px 14px 9px 0;
      }
    `,
  ];

  get store(): WalkStore {
    this.#store ??= new WalkStore(this.services.api, this.services.live);
    return this.#store;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.store.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.store.stop();
    this.#store = null;
  }

  override render() {
    const { walk, error } = this.store.state;
    const walking = this.store.isUnderWay;
    return html`<section class="card">
      <h2>${t('walk.title')}</h2>
      <p class="muted">${t('walk.why')}</p>
      ${
        walking
          ? html`<button class="primary" @click=${() => void this.store.end()}>
            <fr-icon path=${mdiStop}></fr-icon>${t('walk.stop')}
          </button>`
          : html`<button data-act @click=${() => void this.store.start()}>
            <fr-icon path=${mdiPlay}></fr-icon>${t('walk.start')}
          </button>`
      }
      ${error ? html`<p role="alert">${error.message}</p>` : nothing}
      ${walk === null || walk.started_s === null ? nothing : this.#walk(walk, walk.started_s)}
    </section>`;
  }

  #walk(walk: WalkTest, started_s: number) {
    const { zone } = this.services.site;
    const last = walk.legs.at(-1);
    const seen = last ? t('walk.at', { camera: cameraName(last.camera) }) : t('walk.nobody');
    const until = walk.ended_s === null ? t('walk.now') : clockTime(walk.ended_s, zone, true);
    return html`<p role="status" class="numbers">
        <fr-icon path=${mdiWalk}></fr-icon>
        ${clockTime(started_s, zone, true)} – ${until} · ${tn('people.sightings', walk.legs.length)} ·
        ${seen}
        ${
          walk.people > 0
            ? html`<span class="chip ${walk.people === 1 ? 'good' : 'warn'}"
              >${tn('walk.people', walk.people)}</span
            >`
            : nothing
        }
      </p>
      ${walk.steps.length === 0 ? nothing : this.#steps(walk.steps)}`;
  }

  #steps(steps: readonly WalkStep[]) {
    return html`<table>
      <thead>
        <tr>
          <th scope="col">${t('ways.way')}</th>
          <th scope="col">${t('walk.yours')}</th>
          <th scope="col">${t('walk.learned')}</th>
          <th scope="col"><span class="unseen">${t('walk.verdict')}</span></th>
        </tr>
      </thead>
      <tbody>
        ${steps.map((step) => this.#step(step))}
      </tbody>
    </table>`;
  }

  #step(step: WalkStep) {
    const { learned, walked_s } = step;
    const kind = verdict(step);
    const range =
      learned.p5_s === null || learned.p95_s === null
        ? t('walk.none')
        : t('walk.range', {
            usual: duration(learned.p50_s ?? 0),
            from: duration(learned.p5_s),
            to: duration(learned.p95_s),
            n: learned.count,
          });
    const yours =
      walked_s < 0 ? t('route.overlap', { time: duration(-walked_s) }) : duration(walked_s);
    return html`<tr>
      <td><strong>${cameraName(learned.from_camera)} → ${cameraName(learned.to_camera)}</strong></td>
      <td>${yours}</td>
      <td>${range}</td>
      <td><span class="chip ${kind === 'fits' ? 'good' : ''}">${t(`walk.${kind}`)}</span></td>
    </tr>`;
  }
}
