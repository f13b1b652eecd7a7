import{Ft as e,Gt as t,Lt as n,Pt as r,Qt as i,Ut as a,Wt as o,Yt as s,Z as c,Zt as l,_ as u,b as d,c as f,d as p,g as m,h,ln as g,qt as _,rn as v,tn as y,u as b,x,y as ee}from"./words-CSYP8CTQ.js";import{n as te}from"./passage-mark-Bh2sLRWZ.js";import"./fr-dialog-DjE7l8O2.js";import{t as S}from"./save-P-Z7k9vA.js";var C=[`never`,`tonight`,`day`,`week`],w=21600,T=86400;function E(e,t,n){if(e===`never`)return null;if(e!==`tonight`)return t+(e===`day`?T:7*T);let r=m(t,n),[i,a]=[D(r,n),D(h(r,1),n)];return t<i?i:a}function D(e,t){let n=ee(e,t),r=n+w;return r-(u(r,t)-u(n,t))}var O=2**31-1,k=class extends d{constructor(...e){super(...e),this.identityId=``,this.wish=null,this.ended=null,this.#e=0}#e;static{this.styles=[r,n,i`
      :host {
        display: inline-flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 12px;
      }
      select {
        max-width: 100%;
      }
    `]}willUpdate(e){e.has(`identityId`)&&this.#r()}disconnectedCallback(){super.disconnectedCallback(),clearTimeout(this.#e)}render(){return s`<fr-switch
        data-act
        .checked=${this.wish!==null}
        label=${v(`watch.label`)}
        @changed=${e=>void(e.detail?this.#o(`never`):this.#s())}
      ></fr-switch>
      ${this.#t()}`}#t(){let{wish:e,ended:t}=this;if(e===null)return t?.until_s?s`<span class="muted small">${v(`watch.ended`,{when:this.#n(t.until_s)})}</span>`:_;let{site:n}=this.services,r=e=>{let t=E(e,n.now_s(),n.zone);return v(`watch.end.${e}`,{time:t===null?``:b(t,n.zone)})};return s`<select
      data-act
      aria-label=${v(`watch.howLong`)}
      @change=${e=>void this.#o(e.target.value)}
    >
      ${e.until_s===null?_:s`<option value="" selected disabled>
            ${v(`watch.until`,{when:this.#n(e.until_s)})}
          </option>`}
      ${C.map(t=>s`<option value=${t} ?selected=${e.until_s===null&&t===`never`}>
            ${r(t)}
          </option>`)}
    </select>`}#n(e){let{site:t}=this.services,n={today:v(`day.today`),yesterday:v(`day.yesterday`)};return`${p(m(e,t.zone),t.now_s(),t.zone,`en`,n)} ${b(e,t.zone)}`}async#r(){let{identityId:e}=this;this.#i(null),this.ended=null;try{let{items:t,ended:n}=await this.services.api.get(`watches`);if(e!==this.identityId)return;let r=t=>t.identity_id===e;this.#i(t.find(r)??null),this.ended=n.find(r)??null}catch{}}#i(e){if(clearTimeout(this.#e),this.wish=e,!e?.until_s)return;let t=(e.until_s-this.services.site.now_s())*1e3;this.#e=window.setTimeout(()=>void this.#r(),Math.min(t+500,O))}get#a(){return`identities/${encodeURIComponent(this.identityId)}/watch`}#o(e){let{api:t,site:n}=this.services,r=E(e,n.now_s(),n.zone);return this.#c(async()=>{let e=await t.put(this.#a,{until_s:r});return this.#i(e),r===null?v(`watch.on`):v(`watch.onUntil`,{when:this.#n(r)})})}#s(){return this.#c(async()=>(await this.services.api.delete(this.#a),this.#i(null),this.ended=null,v(`watch.off`)))}async#c(e){let{toasts:t}=this.services;try{t.done(await e())}catch(e){t.failed(e),this.#r()}}};x([o()],k.prototype,`identityId`,void 0),x([a()],k.prototype,`wish`,void 0),x([a()],k.prototype,`ended`,void 0),k=x([t(`watch-switch`)],k);var A=.14;function j(e,t,n,r=[]){let i=new Map(r.map(e=>[e.index,e])),a=[],o=[],s=[],c=[],l=(e,t,n,r,i)=>{let a=n.map(e=>({...e,bend:R(e.from,e.to)}));c.push({from_s:e.end_s,to_s:t.start_s,parts:a});for(let{from:e,bend:t,to:n,here:o}of a)o&&!z(e,n)&&s.push({from:e,bend:t,to:n,style:r,gap_s:i})},u=null;return e.forEach((r,s)=>{let c=n.get(r.camera),d=e[s-1],f=i.get(s-1),p=t[s-1]?.seconds??0;if(d!==void 0&&f!==void 0){let e=f.stretches.map(({from:e,to:t,metres:n,here:r})=>({from:e,to:t,length:n,here:r}));l(d,r,e,L(d,r,p,!1),p)}if(c===void 0){o.push(s+1);return}let m={number:s+1,leg:r,at:c};if(a.push(m),u!==null&&f===void 0){let e=u.stop,t=s-u.index>1,n=t?r.start_s-e.leg.end_s:p,i={from:e.at,to:c,length:1,here:!0};l(e.leg,r,[i],L(e.leg,r,n,t),n)}u={index:s,stop:m}}),{stops:a,lines:s,walks:c,unplaced:o,crossings:r.flatMap(e=>e.crossings)}}function M(e){let t=new Map;for(let{leg:n,at:r,number:i}of e){let e=t.get(n.camera);e?e.numbers.push(i):t.set(n.camera,{at:r,camera:n.camera,numbers:[i]})}return[...t.values()]}function N(e,t){let n=e.stops.find(({leg:e})=>e.start_s<=t&&t<=e.end_s);if(n!==void 0)return n.at;let r=P(e,t);return r===void 0?null:F(r,t)}function P(e,t){return e.walks.find(e=>e.from_s<t&&t<e.to_s)}function F({from_s:e,to_s:t,parts:n},r){let i=n.reduce((e,t)=>e+t.length,0)*(r-e)/(t-e),a=n.find(({length:e},t)=>i<=e||t===n.length-1||(i-=e,!1));if(!a?.here)return null;let o=a.length>0?Math.min(1,i/a.length):1;return I(a.from,a.bend,a.to,o)}function I(e,t,n,r){let i=1-r,[a,o,s]=[i*i,2*i*r,r*r];return{x:a*e.x+o*t.x+s*n.x,y:a*e.y+o*t.y+s*n.y}}function L(e,t,n,r){return r||n>300?`dotted`:e.certainty===`unsure`||t.certainty===`unsure`?`dashed`:`solid`}function R(e,t,n=1){let[r,i]=[t.x-e.x,t.y-e.y],a=A*n;return{x:(e.x+t.x)/2-a*i,y:(e.y+t.y)/2+a*r}}function z(e,t){return e.x===t.x&&e.y===t.y}var B=25,V=6;function H(e,t,n){if(e===null||t===null||!e.passages?.length)return[];let r=new Map(e.placements.map(e=>[e.camera,e])),i=new Map;return n.slice(1).flatMap((a,o)=>{let[s,c]=[r.get(n[o]?.camera??``),r.get(a.camera)];if(s===void 0||c===void 0||s.floor_id===c.floor_id)return[];let l=JSON.stringify([s.camera,c.camera]);i.has(l)||i.set(l,U(e,s,c));let u=i.get(l)??null;return u===null?[]:[W(e,t,o,u)]})}function U(e,t,n){let r=e.passages??[],i=new Map([[t,{steps:[{...t,passage:null}],metres:0}]]),a=new Set;for(;;){let t=[...i].reduce((e,t)=>e===null||t[1].metres<e[1].metres?t:e,null);if(t===null)return null;let[o,s]=t;if(o===n)return s.steps;i.delete(o),a.add(o);let c=(e,t,n)=>{a.has(e)||n>=(i.get(e)?.metres??1/0)||i.set(e,{steps:[...s.steps,...t],metres:n})};o.floor_id===n.floor_id&&c(n,[{...n,passage:null}],s.metres+K(e,o,n));for(let t of r){let[n,r]=t.ends;if(n===void 0||r===void 0)continue;let i=[[n,r],[r,n]];for(let[n,r]of i.filter(([e])=>e.floor_id===o.floor_id))c(r,[{...n,passage:null},{...r,passage:t}],s.metres+K(e,o,n)+V)}}}function W(e,t,n,r){let i=[],a=[],o=t=>e.floors.find(e=>e.id===t)?.name??``;return r.slice(1).forEach((s,c)=>{let l=r[c]??s;if(s.passage===null){let n={from:G(l),to:G(s)},r=K(e,l,s),{floor_id:a}=s;i.push({floor_id:a,...n,metres:r,here:a===t});return}let{kind:u}=s.passage;for(let[e,r]of[[l,s],[s,l]])e.floor_id===t&&a.push({index:n,at:G(e),kind:u,floor:o(r.floor_id)})}),{index:n,stretches:i,crossings:a}}function G({x:e,y:t}){return{x:e,y:t}}function K(e,t,n){let r=e.floors.find(e=>e.id===t.floor_id),i=Math.hypot(r?.width??0,r?.height??0)||B;return(r?.metres_per_unit??B/i)*Math.hypot(n.x-t.x,n.y-t.y)}var q=3;function J(e,t){let{layout:n,walker:r}=e;return l`${n.lines.map(({from:e,bend:t,to:n,style:r})=>l`<path class="route ${r}" d="M${e.x} ${e.y}Q${t.x} ${t.y} ${n.x} ${n.y}"></path>`)}${Y(e,t)}${X(e)}${n.crossings.map(({at:e,kind:n,floor:r})=>te(e,n,t,v(`plan.to`,{floor:r})))}${Z(e,t)}${r?l`<circle class="walker" cx=${r.x} cy=${r.y} r=${t*1.3}></circle>`:_}`}function Y({branches:e=[]},t){return e.map(({from:e,bend:n,to:r,middle:i,branch:a})=>l`<g class="branch">
      <path d="M${e.x} ${e.y}Q${n.x} ${n.y} ${r.x} ${r.y}"></path>
      <text x=${i.x} y=${i.y} font-size=${t*1.9}>${f(a.probability)}</text>
    </g>`)}function X({trails:e,layout:t}){let n=new Set(t.stops.map(e=>e.leg.sighting_id));return[...e?.values()??[]].filter(e=>e.calibrated&&n.has(e.sighting_id)).map(e=>{let t=e.points.map(e=>`${e.x},${e.y}`).join(` `);return l`<polyline class="trail" points=${t}></polyline>`})}function Z({layout:e,chosen:t,onStop:n},r){return M(e.stops).map(({at:i,numbers:a,camera:o})=>{let s=e.stops.filter(e=>e.leg.camera===o),c=s.some(e=>e.leg.sighting_id===t),u=a.length>q?`${a.slice(0,2).join(` `)} …`:a.join(` `),d=r*(1.1+.75*u.length);return l`<g class="stop ${c?`chosen`:``}"
        @click=${()=>n?.(s[0]?.leg.sighting_id??``)}>
      <rect class="ring" x=${i.x-d} y=${i.y-r*2} width=${2*d} height=${r*4} rx=${r*2}></rect>
      <text x=${i.x} y=${i.y+r*.85} font-size=${r*2.3}>${u}</text>
    </g>`})}var ne=class extends y{#e;constructor(e,t){super({job:null,error:null}),this.api=e,this.#e=t.subscribe(e=>{let t=e.data;e.topic===`jobs`&&t.id===this.state.job?.id&&this.set({job:t})})}async start(e){await this.#t(()=>this.api.post(`exports`,e))}async cancel(){let{job:e}=this.state;e&&await this.#t(()=>this.api.delete(`jobs/${encodeURIComponent(e.id)}`))}stop(){this.#e()}async#t(e){try{this.set({job:await e(),error:null})}catch(e){this.set({error:g(e)})}}},re=[`mp4`,`frigate_case`,`picture`,`json`],Q=class extends d{constructor(...e){super(...e),this.request={},this.format=`mp4`,this.blurOthers=!0,this.pseudonymise=!1,this.store=null,this.#e=()=>void 0}#e;static{this.styles=[r,e,n,i`
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
    `]}disconnectedCallback(){super.disconnectedCallback(),this.#e(),this.store?.stop()}render(){let e=this.store?.state.job??null;return s`<fr-dialog heading=${v(`export.title`)} @closed=${()=>this.#o()}>
      ${e?this.#n(e):this.#t()} ${this.#r(e)}
    </fr-dialog>`}#t(){let e=this.store?.state.error;return s`<fieldset>
        <legend>${v(`export.format`)}</legend>
        ${re.map(e=>s`<label class="check"
              ><input
                type="radio"
                name="format"
                .checked=${e===this.format}
                @change=${()=>this.format=e}
              />${v(`export.format.${e}`)}</label
            >`)}
      </fieldset>
      <fr-switch
        label=${v(`export.blur`)}
        ?hidden=${this.format!==`mp4`}
        .checked=${this.blurOthers}
        @changed=${e=>this.blurOthers=e.detail}
      ></fr-switch>
      <fr-switch
        label=${v(`export.pseudonymise`)}
        ?hidden=${this.format===`frigate_case`}
        .checked=${this.pseudonymise}
        @changed=${e=>this.pseudonymise=e.detail}
      ></fr-switch>
      ${e?s`<p class="bad" role="alert">${e.message}</p>`:_}`}#n(e){return s`<p>${v(`job.${e.state}`)}</p>
      <progress max="1" .value=${e.progress} aria-label=${v(`export.title`)}></progress>
      ${e.message?s`<p class="muted">${e.message}</p>`:_}`}#r(e){return e===null?s`<button slot="actions" class="primary" @click=${()=>void this.#i()}>
        ${v(`export.start`)}
      </button>`:e.state===`done`&&this.format!==`frigate_case`?s`<button slot="actions" class="primary" @click=${()=>void this.#a(e)}>
        ${v(`export.save`)}
      </button>`:e.state===`waiting`||e.state===`running`?s`<button data-act slot="actions" @click=${()=>void this.store?.cancel()}>
        ${v(`action.cancel`)}
      </button>`:s`<button slot="actions" @click=${()=>this.#o()}>${v(`action.close`)}</button>`}async#i(){let e=new ne(this.services.api,this.services.live);this.#e(),this.#e=e.subscribe(()=>this.requestUpdate()),this.store=e,await e.start({...this.request,format:this.format,blur_others:this.blurOthers&&this.format===`mp4`,pseudonymise:this.pseudonymise&&this.format!==`frigate_case`})}async#a(e){try{let t=await this.services.api.blob(`exports/${encodeURIComponent(e.id)}/file`);S(t,`route.${ie[this.format]}`)}catch(e){this.services.toasts.failed(e)}}#o(){this.dispatchEvent(new CustomEvent(`closed`))}};x([o({attribute:!1})],Q.prototype,`request`,void 0),x([a()],Q.prototype,`format`,void 0),x([a()],Q.prototype,`blurOthers`,void 0),x([a()],Q.prototype,`pseudonymise`,void 0),x([a()],Q.prototype,`store`,void 0),Q=x([t(`export-dialog`)],Q);var ie={mp4:`mp4`,frigate_case:`zip`,picture:`jpg`,json:`json`},$=class extends d{constructor(...e){super(...e),this.request={},this.open=!1}static{this.styles=[r,e]}render(){return s`<button @click=${()=>this.open=!0}>
        <fr-icon path=${c}></fr-icon>${v(`export.title`)}
      </button>
      ${this.open?s`<export-dialog
            .request=${this.request}
            @closed=${()=>this.open=!1}
          ></export-dialog>`:_}`}};x([o({attribute:!1})],$.prototype,`request`,void 0),x([a()],$.prototype,`open`,void 0),$=x([t(`export-button`)],$);export{I as a,j as i,H as n,N as o,R as r,J as t};