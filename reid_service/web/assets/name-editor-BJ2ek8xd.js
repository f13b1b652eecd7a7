import{Gt as e,Kt as t,Lt as n,Pt as r,Qt as i,Wt as a,Yt as o,rn as s,x as c}from"./words-CSYP8CTQ.js";import{a as l}from"./fr-picture-DPjzeCCH.js";var u=class extends t{constructor(...e){super(...e),this.value=``,this.label=``,this.placeholder=s(`people.name`),this.longest=100,this.names=[],this.#e=!1}#e;static{this.styles=[r,n,i`
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
        ${this.names.map(e=>o`<option value=${e}></option>`)}
      </datalist>`}#t(e){e.stopPropagation(),(e.key===`Enter`||e.key===`Escape`)&&(e.preventDefault(),this.#n(e.key===`Enter`?this.input.value:this.value))}#n(e){if(this.#e)return;this.#e=!0;let t=e.trim(),n=t!==this.value;this.dispatchEvent(new CustomEvent(n?`named`:`cancelled`,{detail:t}))}};c([a()],u.prototype,`value`,void 0),c([a()],u.prototype,`label`,void 0),c([a()],u.prototype,`placeholder`,void 0),c([a({type:Number})],u.prototype,`longest`,void 0),c([a({attribute:!1})],u.prototype,`names`,void 0),c([l(`input`)],u.prototype,`input`,void 0),u=c([e(`name-editor`)],u);