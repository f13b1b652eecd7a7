import type { Watch } from '@frigate-reid/shared/api/models';
import { clockTime, dayName } from '@frigate-reid/shared/time/format';
import { dayOf } from '@frigate-reid/shared/time/zone';
import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LANGUAGE, t } from '../core/i18n';
import { ServiceElement } from '../core/page';
import { base, fields } from './styles';
import './fr-switch';
import type { End } from './watch-ends';
import { ENDS, endOf } from './watch-ends';

interface Wishes {
  items: Watch[];
  ended: Watch[];
}

/** The longest that a browser's timer waits. */
const LONGEST_MS = 2 ** 31 - 1;

/** Whether somebody wants to be told when a person is seen again, until when, and the way to say so. */
@customElement('watch-switch')
export class WatchSwitch extends ServiceElement {
  @property() identityId = '';
  @state() private wish: Watch | null = null;
  /** The last one, which was over by itself. */
  @state() private ended: Watch | null = null;
  #over = 0;

  static override styles = [
    base,
    fields,
    css`
      :host {
        display: inline-flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 12px;
      }
      select {
        max-width: 100%;
      }
    `,
  ];

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('identityId')) void this.#read();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#over);
  }

  override render() {
    return html`<fr-switch
        data-act
        .checked=${this.wish !== null}
        label=${t('watch.label')}
        @changed=${(event: CustomEvent<boolean>) =>
          void (event.detail ? this.#begin('never') : this.#end())}
      ></fr-switch>
      ${this.#until()}`;
  }

  #until() {
    const { wish, ended } = this;
    if (wish === null) {
      if (!ended?.until_s) return nothing;
      return html`<span class="muted small">${t('watch.ended', { when: this.#when(ended.until_s) })}</span>`;
    }
    const { site } = this.services;
    const words = (end: End): string => {
      const at_s = endOf(end, site.now_s(), site.zone);
      return t(`watch.end.${end}`, { time: at_s === null ? '' : clockTime(at_s, site.zone) });
    };
    return html`<select
      data-act
      aria-label=${t('watch.howLong')}
      @change=${(event: Event) => void this.#begin((event.target as HTMLSelectElement).value as End)}
    >
      ${
        wish.until_s === null
          ? nothing
          : html`<option value="" selected disabled>
            ${t('watch.until', { when: this.#when(wish.until_s) })}
          </option>`
      }
      ${ENDS.map(
        (end) =>
          html`<option value=${end} ?selected=${wish.until_s === null && end === 'never'}>
            ${words(end)}
          </option>`,
      )}
    </select>`;
  }

  #when(time_s: number): string {
    const { site } = this.services;
    const words = { today: t('day.today'), yesterday: t('day.yesterday') };
    const day = dayName(dayOf(time_s, site.zone), site.now_s(), site.zone, LANGUAGE, words);
    return `${day} ${clockTime(time_s, site.zone)}`;
  }

  async #read(): Promise<void> {
    const { identityId } = this;
    this.#show(null);
    this.ended = null;
    try {
      const { items, ended } = await this.services.api.get<Wishes>('watches');
      if (identityId !== this.identityId) return;
      const ours = (each: Watch): boolean => each.identity_id === identityId;
      this.#show(items.find(ours) ?? null);
      this.ended = ended.find(ours) ?? null;
    } catch {
      // An older service knows of no wishes: turning it on says so.
    }
  }

  /** What holds now, until it is over. */
  #show(wish: Watch | null): void {
    clearTimeout(this.#over);
    this.wish = wish;
    if (!wish?.until_s) return;
    const left_ms = (wish.until_s - this.services.site.now_s()) * 1000;
    this.#over = window.setTimeout(() => void this.#read(), Math.min(left_ms + 500, LONGEST_MS));
  }

  get #path(): string {
    return `identities/${encodeURIComponent(this.identityId)}/watch`;
  }

  #begin(end: End): Promise<void> {
    const { api, site } = this.services;
    const until_s = endOf(end, site.now_s(), site.zone);
    return this.#change(async () => {
      const wish = await api.put<Watch>(this.#path, { until_s });
      this.#show(wish);
      return until_s === null ? t('watch.on') : t('watch.onUntil', { when: this.#when(until_s) });
    });
  }

  #end(): Promise<void> {
    return this.#change(async () => {
      await this.services.api.delete(this.#path);
      this.#show(null);
      this.ended = null;
      return t('watch.off');
    });
  }

  async #change(act: () => Promise<string>): Promise<void> {
    const { toasts } = this.services;
    try {
      toasts.done(await act());
    } catch (error) {
      toasts.failed(error);
      void this.#read();
    }
  }
}
