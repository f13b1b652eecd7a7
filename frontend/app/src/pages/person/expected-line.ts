import { mdiMapMarkerQuestionOutline } from '@mdi/js';
import type { Expectation } from '@frigate-reid/shared/api/models';
import { clockTime } from '@frigate-reid/shared/time/format';
import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { t } from '../../core/i18n';
import { ServiceElement } from '../../core/page';
import { base } from '../../ui/styles';
import { cameraName, percent } from '../../ui/words';
import '../../ui/fr-icon';
import { ExpectedStore } from './expected-store';

/** With each second out of sight another camera may be the likeliest. */
const EVERY_MS = 5000;
const VISIT_S = 180;

/** Where a person who was seen just now is likely to be seen next. */
@customElement('expected-line')
export class ExpectedLine extends ServiceElement {
  @property() identityId = '';
  @property({ type: Number }) last_seen_s = 0;
  @state() private store: ExpectedStore | null = null;
  #leave: () => void = () => undefined;
  #timer = 0;

  static override styles = [
    base,
    css`
      :host {
        display: contents;
      }
      p {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 14px;
        margin: 0;
      }
      span {
        display: inline-flex;
        align-items: center;
        gap: 6px;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = window.setInterval(() => this.#isRecent() && void this.store?.load(), EVERY_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
    this.#leave();
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('identityId')) {
      this.#leave();
      this.store = new ExpectedStore(this.services.api, this.identityId);
      this.#leave = this.store.subscribe(() => this.requestUpdate());
    }
    const isNews = changed.has('identityId') || changed.has('last_seen_s');
    if (isNews && this.#isRecent()) void this.store?.load();
  }

  override render() {
    const { store } = this;
    const expected = store?.state.expected;
    if (!store || !expected || !this.#isRecent() || !store.cameras.length) return nothing;
    return html`<p class="small" data-expected>
      <span
        ><fr-icon path=${mdiMapMarkerQuestionOutline}></fr-icon
        >${t(expected.last?.in_sight ? 'expected.then' : 'expected.next')}</span
      >
      ${store.cameras.map((each) => html`<span>${this.#camera(each)}</span>`)}
      <span class="muted">${t('expected.away', { percent: percent(expected.away) })}</span>
    </p>`;
  }

  #camera(each: Expectation['cameras'][number]): string {
    const { zone } = this.services.site;
    return t('expected.camera', {
      camera: cameraName(each.camera),
      percent: percent(each.probability),
      from: clockTime(each.from_s, zone, true),
      to: clockTime(each.to_s, zone, true),
    });
  }

  #isRecent(): boolean {
    return this.services.site.now_s() - this.last_seen_s < VISIT_S;
  }
}
