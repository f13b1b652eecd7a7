import{At as e,Ct as t,Dt as n,Et as r,Ft as i,P as a,Pt as o,Tt as s,a as c,bt as l,dt as u,ft as d,i as f,jt as p,kt as m,lt as h,m as g,p as _,r as v,s as y,ut as b,wt as x}from"./index-XtaqyY8s.js";import{t as S}from"./fr-picture-D7V61Esp.js";import"./fr-dialog-DZpCG4_2.js";import{t as C}from"./save-DKcL53c8.js";var w=.14;function T(e,t,n){let r=[],i=[],a=[],o=null;return e.forEach((e,s)=>{let c=n.get(e.camera);if(c===void 0){i.push(s+1);return}let l={number:s+1,leg:e,at:c};if(r.push(l),o!==null&&!j(o.stop.at,c)){let n=s-o.index>1,r=n?e.start_s-o.stop.leg.end_s:t[s-1]?.seconds??0;a.push({from:o.stop.at,to:c,bend:A(o.stop.at,c),style:k(o.stop.leg,e,r,n),gap_s:r})}o={index:s,stop:l}}),{stops:r,lines:a,unplaced:i}}function E(e){let t=new Map;for(let{leg:n,at:r,number:i}of e){let e=t.get(n.camera);e?e.numbers.push(i):t.set(n.camera,{at:r,camera:n.camera,numbers:[i]})}return[...t.values()]}function D(e,t){let n=null;for(let r of e.stops){if(t<r.leg.start_s){if(n===null)return null;let e=r.leg.start_s-n.leg.end_s,i=e>0?(t-n.leg.end_s)/e:1;return O(n.at,A(n.at,r.at),r.at,i)}if(t<=r.leg.end_s)return r.at;n=r}return null}function O(e,t,n,r){let i=1-r,[a,o,s]=[i*i,2*i*r,r*r];return{x:a*e.x+o*t.x+s*n.x,y:a*e.y+o*t.y+s*n.y}}function k(e,t,n,r){return r||n>300?`dotted`:e.certainty===`unsure`||t.certainty===`unsure`?`dashed`:`solid`}function A(e,t){let[n,r]=[t.x-e.x,t.y-e.y];return{x:(e.x+t.x)/2-w*r,y:(e.y+t.y)/2+w*n}}function j(e,t){return e.x===t.x&&e.y===t.y}var M=3;function N(t,r){let{layout:i,walker:a}=t;return e`${i.lines.map(({from:t,bend:n,to:r,style:i})=>e`<path class="route ${i}" d="M${t.x} ${t.y}Q${n.x} ${n.y} ${r.x} ${r.y}"></path>`)}${P(t)}${F(t,r)}${a?e`<circle class="walker" cx=${a.x} cy=${a.y} r=${r*1.3}></circle>`:n}`}function P({trails:t,layout:n}){let r=new Set(n.stops.map(e=>e.leg.sighting_id));return[...t?.values()??[]].filter(e=>e.calibrated&&r.has(e.sighting_id)).map(t=>{let n=t.points.map(e=>`${e.x},${e.y}`).join(` `);return e`<polyline class="trail" points=${n}></polyline>`})}function F({layout:t,chosen:n,onStop:r},i){return E(t.stops).map(({at:a,numbers:o,camera:s})=>{let c=t.stops.filter(e=>e.leg.camera===s),l=c.some(e=>e.leg.sighting_id===n),u=o.length>M?`${o.slice(0,2).join(` `)} …`:o.join(` `),d=i*(1.1+.75*u.length);return e`<g class="stop ${l?`chosen`:``}"
        @click=${()=>r?.(c[0]?.leg.sighting_id??``)}>
      <rect class="ring" x=${a.x-d} y=${a.y-i*2} width=${2*d} height=${i*4} rx=${i*2}></rect>
      <text x=${a.x} y=${a.y+i*.85} font-size=${i*2.3}>${u}</text>
    </g>`})}var I=class extends r{constructor(...e){super(...e),this.legs=[],this.gaps=[],this.offset=0,this.confirmed=!1,this.chosen=``}static{this.styles=[h,u,p`
      ol {
        display: grid;
        background: var(--surface);
        border: 1px solid var(--line);
        border-radius: var(--radius);
        padding: 8px;
        max-height: var(--legs-height, 1000px);
        overflow: auto;
      }
      button {
        all: unset;
        box-sizing: border-box;
        width: 100%;
        cursor: pointer;
        display: grid;
        grid-template-columns: 30px minmax(0, 1fr) 62px;
        gap: 12px;
        align-items: center;
        padding: 8px 10px;
        border-radius: 10px;
        --picture-ratio: 4 / 5;
      }
      button:hover {
        background: var(--surface-2);
      }
      button:focus-visible {
        outline: 2px solid var(--accent);
        outline-offset: -2px;
      }
      .chosen .muted {
        color: var(--ink-2);
      }
      .chosen button {
        background: var(--accent-soft);
      }
      .number {
        width: 28px;
        height: 28px;
        border-radius: 50%;
        display: grid;
        place-content: center;
        background: var(--route);
        color: var(--accent-ink);
        font-weight: 660;
        font-size: 13px;
      }
      .gap {
        margin: 0 0 0 24px;
        padding: 3px 0 3px 27px;
        border-left: 2px solid var(--line-strong);
        font-size: 13px;
        color: var(--ink-3);
      }
      .gap.long {
        border-left-style: dotted;
      }
    `]}render(){return m`<ol aria-label=${l(`route.legs`)}>
      ${this.legs.map((e,t)=>this.#e(e,t))}
    </ol>`}#e(e,t){let r=t>0?this.gaps[this.offset+t-1]:void 0;return m`<li class=${e.sighting_id===this.chosen?`chosen`:``}>
      ${r?m`<p class="gap ${r.seconds>300?`long`:``}">${f(r.seconds)}</p>`:n}
      <button
        aria-current=${e.sighting_id===this.chosen}
        @click=${()=>this.dispatchEvent(new CustomEvent(`choose`,{detail:e.sighting_id}))}
      >
        <span class="number">${this.offset+t+1}</span>
        <span>
          <strong>${v(e.camera)}</strong>
          <span class="muted small numbers"
            ><br />${c(e.start_s,this.zone,!0)} · ${y(e.end_s-e.start_s)}</span
          >
          ${this.#t(e)}
        </span>
        <fr-picture .src=${S(e.crop_id)}></fr-picture>
      </button>
    </li>`}#t(e){if(this.confirmed)return m`<span class="chip good">${l(`band.confirmed`)}</span>`;let t=e.firm?l(`band.likely`):l(`band.unsure`);return m`<span class="chip ${e.firm?``:`warn`}">${t}</span>`}};g([x({attribute:!1})],I.prototype,`legs`,void 0),g([x({attribute:!1})],I.prototype,`gaps`,void 0),g([x({type:Number})],I.prototype,`offset`,void 0),g([x({type:Boolean})],I.prototype,`confirmed`,void 0),g([x()],I.prototype,`chosen`,void 0),g([x({attribute:!1})],I.prototype,`zone`,void 0),I=g([s(`leg-list`)],I);var L=class extends o{#e;constructor(e,t){super({job:null,error:null}),this.api=e,this.#e=t.subscribe(e=>{let t=e.data;e.topic===`jobs`&&t.id===this.state.job?.id&&this.set({job:t})})}async start(e){await this.#t(()=>this.api.post(`exports`,e))}async cancel(){let{job:e}=this.state;e&&await this.#t(()=>this.api.delete(`jobs/${encodeURIComponent(e.id)}`))}stop(){this.#e()}async#t(e){try{this.set({job:await e(),error:null})}catch(e){this.set({error:i(e)})}}},R=[`mp4`,`frigate_case`,`picture`,`json`],z=class extends _{constructor(...e){super(...e),this.request={},this.format=`mp4`,this.blurOthers=!0,this.pseudonymise=!1,this.store=null,this.#e=()=>void 0}#e;static{this.styles=[h,b,d,p`
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
    `]}disconnectedCallback(){super.disconnectedCallback(),this.#e(),this.store?.stop()}render(){let e=this.store?.state.job??null;return m`<fr-dialog heading=${l(`export.title`)} @closed=${()=>this.#o()}>
      ${e?this.#n(e):this.#t()} ${this.#r(e)}
    </fr-dialog>`}#t(){let e=this.store?.state.error;return m`<fieldset>
        <legend>${l(`export.format`)}</legend>
        ${R.map(e=>m`<label class="check"
              ><input
                type="radio"
                name="format"
                .checked=${e===this.format}
                @change=${()=>this.format=e}
              />${l(`export.format.${e}`)}</label
            >`)}
      </fieldset>
      <fr-switch
        label=${l(`export.blur`)}
        ?hidden=${this.format!==`mp4`}
        .checked=${this.blurOthers}
        @changed=${e=>this.blurOthers=e.detail}
      ></fr-switch>
      <fr-switch
        label=${l(`export.pseudonymise`)}
        ?hidden=${this.format===`frigate_case`}
        .checked=${this.pseudonymise}
        @changed=${e=>this.pseudonymise=e.detail}
      ></fr-switch>
      ${e?m`<p class="bad" role="alert">${e.message}</p>`:n}`}#n(e){return m`<p>${l(`job.${e.state}`)}</p>
      <progress max="1" .value=${e.progress} aria-label=${l(`export.title`)}></progress>
      ${e.message?m`<p class="muted">${e.message}</p>`:n}`}#r(e){return e===null?m`<button slot="actions" class="primary" @click=${()=>void this.#i()}>
        ${l(`export.start`)}
      </button>`:e.state===`done`&&this.format!==`frigate_case`?m`<button slot="actions" class="primary" @click=${()=>void this.#a(e)}>
        ${l(`export.save`)}
      </button>`:e.state===`waiting`||e.state===`running`?m`<button slot="actions" @click=${()=>void this.store?.cancel()}>
        ${l(`action.cancel`)}
      </button>`:m`<button slot="actions" @click=${()=>this.#o()}>${l(`action.close`)}</button>`}async#i(){let e=new L(this.services.api,this.services.live);this.#e(),this.#e=e.subscribe(()=>this.requestUpdate()),this.store=e,await e.start({...this.request,format:this.format,blur_others:this.blurOthers&&this.format===`mp4`,pseudonymise:this.pseudonymise&&this.format!==`frigate_case`})}async#a(e){try{let t=await this.services.api.blob(`exports/${encodeURIComponent(e.id)}/file`);C(t,`route.${B[this.format]}`)}catch(e){this.services.toasts.failed(e)}}#o(){this.dispatchEvent(new CustomEvent(`closed`))}};g([x({attribute:!1})],z.prototype,`request`,void 0),g([t()],z.prototype,`format`,void 0),g([t()],z.prototype,`blurOthers`,void 0),g([t()],z.prototype,`pseudonymise`,void 0),g([t()],z.prototype,`store`,void 0),z=g([s(`export-dialog`)],z);var B={mp4:`mp4`,frigate_case:`zip`,picture:`jpg`,json:`json`},V=class extends _{constructor(...e){super(...e),this.request={},this.open=!1}static{this.styles=[h,b]}render(){return m`<button @click=${()=>this.open=!0}>
        <fr-icon path=${a}></fr-icon>${l(`export.title`)}
      </button>
      ${this.open?m`<export-dialog
            .request=${this.request}
            @closed=${()=>this.open=!1}
          ></export-dialog>`:n}`}};g([x({attribute:!1})],V.prototype,`request`,void 0),g([t()],V.prototype,`open`,void 0),V=g([s(`export-button`)],V);export{T as n,D as r,N as t};