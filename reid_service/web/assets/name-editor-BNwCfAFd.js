import{Gt as e,It as t,Jt as n,Nt as r,Ut as i,Wt as a,Zt as o,b as s,nn as c}from"./words-wkC6vuRC.js";import{a as l}from"./fr-picture-7a8VXDMG.js";var u=class extends e{constructor(...e){super(...e),this.value=``,this.label=``,this.placeholder=c(`people.name`),this.longest=100,this.names=[],this.#e=!1}#e;static{this.styles=[r,t,o`
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
    `]}firstUpdated(){this.input.focus(),this.input.select()}render(){return n`<input
        list="names"
        maxlength=${this.longest}
        autocomplete="off"
        enterkeyhint="done"
        placeholder=${this.placeholder}
        aria-label=${this.label}
        .value=${this.value}
        @keydown=${e=>this.#t(e)}
        @blur=${()=>this.#n(this.input.value)}
      />
      <datalist id="names">
        ${this.names.map(e=>n`<option value=${e}></option>`)}
      </datalist>`}#t(e){e.stopPropagation(),(e.key===`Enter`||e.key===`Escape`)&&(e.preventDefault(),this.#n(e.key===`Enter`?this.input.value:this.value))}#n(e){if(this.#e)return;this.#e=!0;let t=e.trim(),n=t!==this.value;this.dispatchEvent(new CustomEvent(n?`named`:`cancelled`,{detail:t}))}};s([i()],u.prototype,`value`,void 0),s([i()],u.prototype,`label`,void 0),s([i()],u.prototype,`placeholder`,void 0),s([i({type:Number})],u.prototype,`longest`,void 0),s([i({attribute:!1})],u.prototype,`names`,void 0),s([l(`input`)],u.prototype,`input`,void 0),u=s([a(`name-editor`)],u);