import{Bt as e,Kt as t,Ot as n,Pt as r,Rt as i,Tt as a,Ut as o,g as s,zt as c}from"./words-BNtJ4LZz.js";import{a as l}from"./fr-picture--T81PWeK.js";var u=class extends e{constructor(...e){super(...e),this.value=``,this.label=``,this.names=[],this.#e=!1}#e;static{this.styles=[a,n,t`
      :host {
        display: block;
      }
      input {
        width: 100%;
        min-height: 36px;
        padding: 0 9px;
        margin: -4px 0 0 -8px;
        width: calc(100% + 16px);
        font-weight: 600;
      }
    `]}firstUpdated(){this.input.focus(),this.input.select()}render(){return o`<input
        list="names"
        maxlength="100"
        autocomplete="off"
        enterkeyhint="done"
        placeholder=${r(`people.name`)}
        aria-label=${this.label}
        .value=${this.value}
        @keydown=${e=>this.#t(e)}
        @blur=${()=>this.#n(this.input.value)}
      />
      <datalist id="names">
        ${this.names.map(e=>o`<option value=${e}></option>`)}
      </datalist>`}#t(e){e.stopPropagation(),(e.key===`Enter`||e.key===`Escape`)&&(e.preventDefault(),this.#n(e.key===`Enter`?this.input.value:this.value))}#n(e){if(this.#e)return;this.#e=!0;let t=e.trim(),n=t!==this.value;this.dispatchEvent(new CustomEvent(n?`named`:`cancelled`,{detail:t}))}};s([i()],u.prototype,`value`,void 0),s([i()],u.prototype,`label`,void 0),s([i({attribute:!1})],u.prototype,`names`,void 0),s([l(`input`)],u.prototype,`input`,void 0),u=s([c(`name-editor`)],u);