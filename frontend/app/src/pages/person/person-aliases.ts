import { mdiPencilOutline } from '@mdi/js';
import { LitElement, css, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { t } from '../../core/i18n';
import { base, buttons } from '../../ui/styles';
import '../../ui/fr-icon';
import '../people/name-editor';

/** Other names of a person, as one line that can be written anew. Fires `changed` with all. */
@customElement('person-aliases')
export class PersonAliases extends LitElement {
  @property({ attribute: false }) names: readonly string[] = [];
  @state() private writing = false;

  static override styles = [
    base,
    buttons,
    css`
      .line {
        display: flex;
        align-items: center;
        gap: 4px;
        font-size: 14px;
      }
      name-editor {
        max-width: 340px;
        margin-left: 8px;
      }
    `,
  ];

  override render() {
    const names = this.names.join(', ');
    if (this.writing) {
      return html`<name-editor
        .value=${names}
        .longest=${LONGEST}
        label=${t('person.aliasesHint')}
        placeholder=${t('person.aliasesHint')}
        @cancelled=${() => (this.writing = false)}
        @named=${(event: CustomEvent<string>) => this.#changed(event.detail)}
      ></name-editor>`;
    }
    if (names === '') {
      return html`<button class="quiet small" @click=${() => (this.writing = true)}>
        ${t('person.aliasesAdd')}
      </button>`;
    }
    return html`<p class="line muted">
      <span class="cut">${t('person.aliases', { names })}</span>
      <button
        class="quiet icon"
        aria-label=${t('person.aliasesHint')}
        @click=${() => (this.writing = true)}
      >
        <fr-icon path=${mdiPencilOutline}></fr-icon>
      </button>
    </p>`;
  }

  #changed(text: string): void {
    this.writing = false;
    const names = text
      .split(',')
      .map((each) => each.trim())
      .filter(Boolean);
    this.dispatchEvent(new CustomEvent('changed', { detail: names }));
  }
}

/** As many characters as twenty names may have. */
const LONGEST = 2000;
