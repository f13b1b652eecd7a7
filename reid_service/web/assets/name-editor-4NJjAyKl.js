import{t as e}from"./query-Df4-SAIv.js";import{Lt as t,Mt as n,Nt as r,Ot as i,Pt as a,gt as o,h as s,pt as c,zt as l}from"./index-D7vJLtRQ.js";var u=class extends a{constructor(...e){super(...e),this.value=``,this.label=``,this.names=[],this.#e=!1}#e;static{this.styles=[c,o,l`
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
    `]}firstUpdated(){this.input.focus(),this.input.select()}render(){return t`<input
        list="names"
        maxlength="100"
        autocomplete="off"
        enterkeyhint="done"
        placeholder=${i(`people.name`)}
        aria-label=${this.label}
        .value=${this.value}
        @keydown=${e=>this.#t(e)}
        @blur=${()=>this.#n(this.input.value)}
      />
      <datalist id="names">
        ${this.names.map(e=>t`<option value=${e}></option>`)}
      </datalist>`}#t(e){e.stopPropagation(),(e.key===`Enter`||e.key===`Escape`)&&(e.preventDefault(),this.#n(e.key===`Enter`?this.input.value:this.value))}#n(e){if(this.#e)return;this.#e=!0;let t=e.trim(),n=t!==this.value;this.dispatchEvent(new CustomEvent(n?`named`:`cancelled`,{detail:t}))}};s([n()],u.prototype,`value`,void 0),s([n()],u.prototype,`label`,void 0),s([n({attribute:!1})],u.prototype,`names`,void 0),s([e(`input`)],u.prototype,`input`,void 0),u=s([r(`name-editor`)],u);