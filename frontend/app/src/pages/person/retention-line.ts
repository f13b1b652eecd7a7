import type { PrivateCameras, Retention } from '@frigate-reid/shared/api/models';
import { css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { t, tn } from '../../core/i18n';
import { ServiceElement } from '../../core/page';
import { base } from '../../ui/styles';

/** How long what is known of a person is kept. */
@customElement('retention-line')
export class RetentionLine extends ServiceElement {
  @property({ type: Boolean }) named = false;
  @state() private retention: Retention | null = null;

  static override styles = [
    base,
    css`
      a {
        color: inherit;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#read();
  }

  override render() {
    const { retention } = this;
    if (retention === null) return nothing;
    return html`<p class="muted small numbers">
      <a href="#/settings?tab=privacy">${retentionWords(retention, this.named)}</a>
    </p>`;
  }

  async #read(): Promise<void> {
    try {
      const { retention } = await this.services.api.get<PrivateCameras>('settings/privacy');
      this.retention = retention;
    } catch {
      // It is said in the settings, too.
    }
  }
}

/** `Kept for good. Pictures for 30 days.` */
export function retentionWords(retention: Retention, named: boolean): string {
  const { unnamed_days, named_days, pictures_days } = retention;
  const days = named ? named_days : unnamed_days;
  const words = [days === null ? t('retention.kept') : tn('retention.days', days)];
  if (!named && days !== null && (named_days === null || named_days > days)) {
    words[0] = tn('retention.untilNamed', days);
  }
  if (pictures_days !== null && (days === null || pictures_days < days)) {
    words.push(tn('retention.pictures', pictures_days));
  }
  return words.join(' ');
}
