import{Ft as e,Ht as t,L as n,Lt as r,Mt as i,Nt as a,Ot as o,Rt as s,Ut as c,gt as l,h as u,jt as d,m as f,mt as p,pt as m,zt as h}from"./index-D7vJLtRQ.js";import"./fr-dialog-CYKEOW1J.js";import{t as g}from"./save-CnsHPTSl.js";var _=.14;function v(e,t,n){let r=[],i=[],a=[],o=null;return e.forEach((e,s)=>{let c=n.get(e.camera);if(c===void 0){i.push(s+1);return}let l={number:s+1,leg:e,at:c};if(r.push(l),o!==null&&!w(o.stop.at,c)){let n=s-o.index>1,r=n?e.start_s-o.stop.leg.end_s:t[s-1]?.seconds??0;a.push({from:o.stop.at,to:c,bend:C(o.stop.at,c),style:S(o.stop.leg,e,r,n),gap_s:r})}o={index:s,stop:l}}),{stops:r,lines:a,unplaced:i}}function y(e){let t=new Map;for(let{leg:n,at:r,number:i}of e){let e=t.get(n.camera);e?e.numbers.push(i):t.set(n.camera,{at:r,camera:n.camera,numbers:[i]})}return[...t.values()]}function b(e,t){let n=null;for(let r of e.stops){if(t<r.leg.start_s){if(n===null)return null;let e=r.leg.start_s-n.leg.end_s,i=e>0?(t-n.leg.end_s)/e:1;return x(n.at,C(n.at,r.at),r.at,i)}if(t<=r.leg.end_s)return r.at;n=r}return null}function x(e,t,n,r){let i=1-r,[a,o,s]=[i*i,2*i*r,r*r];return{x:a*e.x+o*t.x+s*n.x,y:a*e.y+o*t.y+s*n.y}}function S(e,t,n,r){return r||n>300?`dotted`:e.certainty===`unsure`||t.certainty===`unsure`?`dashed`:`solid`}function C(e,t){let[n,r]=[t.x-e.x,t.y-e.y];return{x:(e.x+t.x)/2-_*r,y:(e.y+t.y)/2+_*n}}function w(e,t){return e.x===t.x&&e.y===t.y}var T=3;function E(t,n){let{layout:r,walker:i}=t;return s`${r.lines.map(({from:e,bend:t,to:n,style:r})=>s`<path class="route ${r}" d="M${e.x} ${e.y}Q${t.x} ${t.y} ${n.x} ${n.y}"></path>`)}${D(t)}${O(t,n)}${i?s`<circle class="walker" cx=${i.x} cy=${i.y} r=${n*1.3}></circle>`:e}`}function D({trails:e,layout:t}){let n=new Set(t.stops.map(e=>e.leg.sighting_id));return[...e?.values()??[]].filter(e=>e.calibrated&&n.has(e.sighting_id)).map(e=>{let t=e.points.map(e=>`${e.x},${e.y}`).join(` `);return s`<polyline class="trail" points=${t}></polyline>`})}function O({layout:e,chosen:t,onStop:n},r){return y(e.stops).map(({at:i,numbers:a,camera:o})=>{let c=e.stops.filter(e=>e.leg.camera===o),l=c.some(e=>e.leg.sighting_id===t),u=a.length>T?`${a.slice(0,2).join(` `)} …`:a.join(` `),d=r*(1.1+.75*u.length);return s`<g class="stop ${l?`chosen`:``}"
        @click=${()=>n?.(c[0]?.leg.sighting_id??``)}>
      <rect class="ring" x=${i.x-d} y=${i.y-r*2} width=${2*d} height=${r*4} rx=${r*2}></rect>
      <text x=${i.x} y=${i.y+r*.85} font-size=${r*2.3}>${u}</text>
    </g>`})}var k=class extends t{#e;constructor(e,t){super({job:null,error:null}),this.api=e,this.#e=t.subscribe(e=>{let t=e.data;e.topic===`jobs`&&t.id===this.state.job?.id&&this.set({job:t})})}async start(e){await this.#t(()=>this.api.post(`exports`,e))}async cancel(){let{job:e}=this.state;e&&await this.#t(()=>this.api.delete(`jobs/${encodeURIComponent(e.id)}`))}stop(){this.#e()}async#t(e){try{this.set({job:await e(),error:null})}catch(e){this.set({error:c(e)})}}},A=[`mp4`,`frigate_case`,`picture`,`json`],j=class extends f{constructor(...e){super(...e),this.request={},this.format=`mp4`,this.blurOthers=!0,this.pseudonymise=!1,this.store=null,this.#e=()=>void 0}#e;static{this.styles=[m,p,l,h`
      fieldset {
        border: 0;
        padding: 0;
        margin: 0 0 10px;
      }
      legend {
        font-weight: 620;
        padding: 0 0 4px;
      }
      progress {
        width: 100%;
        height: 10px;
        accent-color: var(--accent);
      }
      .bad {
        color: var(--bad);
      }
    `]}disconnectedCallback(){super.disconnectedCallback(),this.#e(),this.store?.stop()}render(){let e=this.store?.state.job??null;return r`<fr-dialog heading=${o(`export.title`)} @closed=${()=>this.#o()}>
      ${e?this.#n(e):this.#t()} ${this.#r(e)}
    </fr-dialog>`}#t(){let t=this.store?.state.error;return r`<fieldset>
        <legend>${o(`export.format`)}</legend>
        ${A.map(e=>r`<label class="check"
              ><input
                type="radio"
                name="format"
                .checked=${e===this.format}
                @change=${()=>this.format=e}
              />${o(`export.format.${e}`)}</label
            >`)}
      </fieldset>
      <fr-switch
        label=${o(`export.blur`)}
        ?hidden=${this.format!==`mp4`}
        .checked=${this.blurOthers}
        @changed=${e=>this.blurOthers=e.detail}
      ></fr-switch>
      <fr-switch
        label=${o(`export.pseudonymise`)}
        ?hidden=${this.format===`frigate_case`}
        .checked=${this.pseudonymise}
        @changed=${e=>this.pseudonymise=e.detail}
      ></fr-switch>
      ${t?r`<p class="bad" role="alert">${t.message}</p>`:e}`}#n(t){return r`<p>${o(`job.${t.state}`)}</p>
      <progress max="1" .value=${t.progress} aria-label=${o(`export.title`)}></progress>
      ${t.message?r`<p class="muted">${t.message}</p>`:e}`}#r(e){return e===null?r`<button slot="actions" class="primary" @click=${()=>void this.#i()}>
        ${o(`export.start`)}
      </button>`:e.state===`done`&&this.format!==`frigate_case`?r`<button slot="actions" class="primary" @click=${()=>void this.#a(e)}>
        ${o(`export.save`)}
      </button>`:e.state===`waiting`||e.state===`running`?r`<button slot="actions" @click=${()=>void this.store?.cancel()}>
        ${o(`action.cancel`)}
      </button>`:r`<button slot="actions" @click=${()=>this.#o()}>${o(`action.close`)}</button>`}async#i(){let e=new k(this.services.api,this.services.live);this.#e(),this.#e=e.subscribe(()=>this.requestUpdate()),this.store=e,await e.start({...this.request,format:this.format,blur_others:this.blurOthers&&this.format===`mp4`,pseudonymise:this.pseudonymise&&this.format!==`frigate_case`})}async#a(e){try{let t=await this.services.api.blob(`exports/${encodeURIComponent(e.id)}/file`);g(t,`route.${M[this.format]}`)}catch(e){this.services.toasts.failed(e)}}#o(){this.dispatchEvent(new CustomEvent(`closed`))}};u([i({attribute:!1})],j.prototype,`request`,void 0),u([d()],j.prototype,`format`,void 0),u([d()],j.prototype,`blurOthers`,void 0),u([d()],j.prototype,`pseudonymise`,void 0),u([d()],j.prototype,`store`,void 0),j=u([a(`export-dialog`)],j);var M={mp4:`mp4`,frigate_case:`zip`,picture:`jpg`,json:`json`},N=class extends f{constructor(...e){super(...e),this.request={},this.open=!1}static{this.styles=[m,p]}render(){return r`<button @click=${()=>this.open=!0}>
        <fr-icon path=${n}></fr-icon>${o(`export.title`)}
      </button>
      ${this.open?r`<export-dialog
            .request=${this.request}
            @closed=${()=>this.open=!1}
          ></export-dialog>`:e}`}};u([i({attribute:!1})],N.prototype,`request`,void 0),u([d()],N.prototype,`open`,void 0),N=u([a(`export-button`)],N);export{v as n,b as r,E as t};