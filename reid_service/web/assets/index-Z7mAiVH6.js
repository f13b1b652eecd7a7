const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["./people-page-BgLaillG.js","./words-B-24pnu_.js","./vars-CgYANbMy.js","./fr-timeline-C5LHtBXd.js","./person-page-BCc8N1fC.js","./term-bars-BadZYZrf.js","./review-page-CkUIfzIa.js"])))=>i.map(i=>d[i]);
import{$ as e,A as t,Ct as n,O as r,Q as i,S as a,St as o,Tt as s,W as c,_t as ee,a as te,at as l,dt as u,et as ne,f as d,ft as f,g as p,gt as m,ht as h,it as re,j as g,k as ie,lt as ae,mt as _,nt as oe,ot as se,p as v,pt as ce,rt as le,st as y,t as b,tt as x,ut as S,v as ue,wt as de,xt as fe,yt as C}from"./words-B-24pnu_.js";var pe=class{#e;#t;constructor(e){this.#e=e,this.#t=e.fetch??((e,t)=>fetch(e,t))}get(e,t,n){return this.#n(`GET`,e,{query:t,signal:n})}post(e,t={},n){return this.#n(`POST`,e,{body:t,query:n})}put(e,t,n){return this.#n(`PUT`,e,{body:t,query:n})}patch(e,t,n){return this.#n(`PATCH`,e,{body:t,query:n})}delete(e,t){return this.#n(`DELETE`,e,{query:t})}async blob(e,t,n){return(await this.#r(`GET`,e,{query:t,signal:n})).blob()}async upload(e,t,n,r){return await w(await this.#r(e,t,{file:n,query:r}))}address(e,t){let n=new URL(e,this.#e.base);for(let[e,r]of Object.entries(t??{})){if(r==null||r===``)continue;let t=Array.isArray(r)?r:[r];for(let r of t)n.searchParams.append(e,String(r))}return n.href}async#n(e,t,n){return await w(await this.#r(e,t,n))}async#r(e,t,r){let i;try{i=await this.#t(this.address(t,r.query),this.#i(e,r))}catch(e){throw e instanceof DOMException&&e.name===`AbortError`?e:new n(0,de,`The service cannot be reached.`)}if(i.ok)return i;throw i.status===401&&this.#e.onUnauthorized?.(),await T(i)}#i(e,t){let n=this.#e.token(),r={};n!==null&&(r.Authorization=`Bearer ${n}`),t.body!==void 0&&(r[`Content-Type`]=`application/json`),t.file!==void 0&&(r[`Content-Type`]=t.file.type);let i=t.body===void 0?null:JSON.stringify(t.body);return{method:e,headers:r,body:t.file??i,signal:t.signal??null}}};async function w(e){return e.status===204?null:e.json()}async function T(e){try{let t=await e.json();if(typeof t.code==`string`&&typeof t.message==`string`)return new n(e.status,t.code,t.message)}catch{}return new n(e.status,`unexpected`,`The service answered with status ${e.status}.`)}var E=`frigate-reid`,D=30,O=class{#e;#t=new Set;#n=new Set;#r=null;#i=0;#a=null;#o=!1;constructor(e){this.#e=e}get connected(){return this.#o}start(){if(this.#r!==null)return;this.#a?.(),this.#a=null;let e=this.#e.open();this.#r=e,e.onopen=()=>this.#s(e),e.onmessage=e=>this.#c(e.data),e.onclose=()=>this.#l(e)}stop(){this.#a?.(),this.#a=null;let e=this.#r;this.#r=null,e?.close(),this.#u(!1)}subscribe(e){return this.#t.add(e),()=>this.#t.delete(e)}onState(e){return this.#n.add(e),()=>this.#n.delete(e)}#s(e){this.#i=0,this.#e.topics.forEach((t,n)=>{e.send(JSON.stringify({type:`subscribe`,id:n,topics:[t]}))}),this.#u(!0)}#c(e){let t=j(e);if(t?.type!==`event`)return;let n={topic:t.topic,event:t.event,data:t.data};for(let e of[...this.#t])e(n)}#l(e){if(this.#r!==e)return;this.#r=null,this.#u(!1);let t=Math.min(D,2**this.#i);this.#i+=1,this.#a=this.#e.later(t,()=>this.start())}#u(e){if(this.#o!==e){this.#o=e;for(let t of[...this.#n])t(e)}}};function k(e){return e===null?[]:[E,`bearer.${A(e)}`]}function A(e){let t=new TextEncoder().encode(e),n=Array.from(t,e=>String.fromCharCode(e)).join(``);return btoa(n).replaceAll(`+`,`-`).replaceAll(`/`,`_`).replaceAll(`=`,``)}function j(e){if(typeof e!=`string`)return null;try{return JSON.parse(e)}catch{return null}}var M=300,N=class{#e;#t;#n=new Map;constructor(e,t=M){this.#e=e,this.#t=t}acquire(e){let t=this.#n.get(e)??this.#r(e);return this.#n.delete(e),this.#n.set(e,t),t.users+=1,t.url}release(e){let t=this.#n.get(e);t!==void 0&&(--t.users,this.#i())}get size(){return this.#n.size}#r(e){let t=this.#e.fetch(e).then(e=>this.#e.toUrl(e)),n={url:t,users:0};return t.catch(()=>{this.#n.get(e)===n&&this.#n.delete(e)}),this.#n.set(e,n),n}#i(){let e=this.#n.size-this.#t;for(let[t,n]of this.#n){if(e<=0)return;n.users>0||(this.#n.delete(t),--e,n.url.then(e=>this.#e.revoke(e),()=>void 0))}}},P=class extends o{#e;constructor(e){super({place:F(e.location.hash)}),this.#e=e}start(){let e=()=>this.set({place:F(this.#e.location.hash)});return this.#e.addEventListener(`hashchange`,e),()=>this.#e.removeEventListener(`hashchange`,e)}go(e,t={}){this.#e.location.hash=I(e,t)}refine(e){let{place:t}=this.state,n={...Object.fromEntries(t.params),...e},r=I(t.path,n);this.#e.history.replaceState(null,``,r),this.set({place:F(r)})}};function F(e){let[t=``,n=``]=e.replace(/^#\/?/,``).split(`?`,2);return{path:t.split(`/`).filter(Boolean).map(decodeURIComponent),params:new URLSearchParams(n)}}function I(e,t={}){let n=Object.entries(t).filter(([,e])=>e),r=new URLSearchParams(n).toString();return`#/${e.map(encodeURIComponent).join(`/`)}${r&&`?${r}`}`}var L=`frigate-reid-token`,R=class{constructor(e,t){this.tab=e,this.device=t}get(){return this.tab.getItem(L)??this.device.getItem(L)}keep(e,t){this.forget(),(t?this.device:this.tab).setItem(L,e)}forget(){this.tab.removeItem(L),this.device.removeItem(L)}},z=class extends o{#e;#t=0;constructor(e){super({gate:`starting`,session:null,info:null,health:null,live:!1,heard_ms:0,reviews:0}),this.#e=e,e.live.onState(e=>this.#r(e)),e.live.subscribe(t=>{this.set({heard_ms:e.now()}),t.event===`health`&&this.set({health:t.data}),t.topic===`reviews`?this.set({reviews:t.data.open}):t.event===`identity_changed`&&this.countReviews()})}get zone(){return this.state.session?.time_zone??void 0}now_s(){return this.#e.now()/1e3+this.#t}async enter(){let{api:e,live:t,hasToken:n}=this.#e;try{let n=await e.get(`session`),r=await e.get(`info`);this.#n(r),this.set({gate:`open`,session:n,info:r,heard_ms:this.#e.now()}),t.start(),this.refresh()}catch(e){let{status:t}=s(e);t===401?this.set({gate:n()?`wrong-token`:`locked`}):this.set({gate:`unreachable`})}}lock(){this.state.gate===`open`&&(this.#e.live.stop(),this.set({gate:`locked`}))}async refresh(){try{let{api:e}=this.#e,[t,n]=await Promise.all([e.get(`info`),e.get(`health`)]);this.#n(t),this.set({info:t,health:n,heard_ms:this.#e.now()}),await this.countReviews()}catch{}}async countReviews(){try{let{open:e}=await this.#e.api.get(`reviews/next`,{count:1});this.set({reviews:e})}catch{}}#n(e){this.#t=e.now_s-this.#e.now()/1e3}#r(e){this.set({live:e,...e?{heard_ms:this.#e.now()}:{}}),e&&this.refresh()}},B=8,me=class extends o{#e=1;#t=new Set;constructor(e,t){super({toasts:[]}),this.api=e,this.later=t}done(e,t=[]){this.#n({text:e,kind:`done`,decisions:t})}failed(e){let{message:t,code:n}=s(e);this.#n({text:t,kind:`error`,decisions:[],code:n})}dismiss(e){this.set({toasts:this.state.toasts.filter(t=>t.id!==e)})}onUndone(e){return this.#t.add(e),()=>this.#t.delete(e)}async undoLast(e){let t=this.state.toasts.findLast(e=>e.decisions.length>0);t&&await this.undo(t,e)}async undo(e,t){this.dismiss(e.id);try{for(let t of e.decisions.toReversed())await this.api.post(`decisions/${encodeURIComponent(t)}/undo`);this.done(t)}catch(e){this.failed(e)}for(let e of[...this.#t])e()}#n(e){let t=this.#e++;this.set({toasts:[...this.state.toasts.slice(-2),{id:t,...e}]}),this.later(e.kind===`error`?16:B,()=>this.dismiss(t))}},he=class{get value(){return this.o}set value(e){this.setValue(e)}setValue(e,t=!1){let n=t||!Object.is(e,this.o);this.o=e,n&&this.updateObservers()}constructor(e){this.subscriptions=new Map,this.updateObservers=()=>{for(let[e,{disposer:t}]of this.subscriptions)e(this.o,t)},e!==void 0&&(this.value=e)}addCallback(e,t,n){if(!n)return void e(this.value);this.subscriptions.has(e)||this.subscriptions.set(e,{disposer:()=>{this.subscriptions.delete(e)},consumerHost:t});let{disposer:r}=this.subscriptions.get(e);e(this.value,r)}clearCallbacks(){this.subscriptions.clear()}},ge=class extends Event{constructor(e,t){super(`context-provider`,{bubbles:!0,composed:!0}),this.context=e,this.contextTarget=t}},_e=class extends he{constructor(e,t,n){super(t.context===void 0?n:t.initialValue),this.onContextRequest=e=>{if(e.context!==this.context)return;let t=e.contextTarget??e.composedPath()[0];t!==this.host&&(e.stopPropagation(),this.addCallback(e.callback,t,e.subscribe))},this.onProviderRequest=e=>{if(e.context!==this.context||(e.contextTarget??e.composedPath()[0])===this.host)return;let t=new Set;for(let[e,{consumerHost:n}]of this.subscriptions)t.has(e)||(t.add(e),n.dispatchEvent(new fe(this.context,n,e,!0)));e.stopPropagation()},this.host=e,this.context=t.context===void 0?t:t.context,this.attachListeners(),this.host.addController?.(this)}attachListeners(){this.host.addEventListener(`context-request`,this.onContextRequest),this.host.addEventListener(`context-provider`,this.onProviderRequest)}hostConnected(){this.host.dispatchEvent(new ge(this.context,this.host))}},{I:ve}=ee,ye=e=>e===null||typeof e!=`object`&&typeof e!=`function`,be=e=>e.strings===void 0,V=(e,t)=>{let n=e._$AN;if(n===void 0)return!1;for(let e of n)e._$AO?.(t,!1),V(e,t);return!0},H=e=>{let t,n;do{if((t=e._$AM)===void 0)break;n=t._$AN,n.delete(e),e=t}while(n?.size===0)},U=e=>{for(let t;t=e._$AM;e=t){let n=t._$AN;if(n===void 0)t._$AN=n=new Set;else if(n.has(e))break;n.add(e),Ce(t)}};function xe(e){this._$AN===void 0?this._$AM=e:(H(this),this._$AM=e,U(this))}function Se(e,t=!1,n=0){let r=this._$AH,i=this._$AN;if(i!==void 0&&i.size!==0){if(t){if(Array.isArray(r))for(let e=n;e<r.length;e++)V(r[e],!1),H(r[e]);else r!=null&&(V(r,!1),H(r))}else V(this,e)}}var Ce=e=>{e.type==re.CHILD&&(e._$AP??=Se,e._$AQ??=xe)},we=class extends le{constructor(){super(...arguments),this._$AN=void 0}_$AT(e,t,n){super._$AT(e,t,n),U(this),this.isConnected=e._$AU}_$AO(e,t=!0){e!==this.isConnected&&(this.isConnected=e,e?this.reconnected?.():this.disconnected?.()),t&&(V(this,e),H(this))}setValue(e){if(be(this._$Ct))this._$Ct._$AI(e,this);else{let t=[...this._$Ct._$AH];t[this._$Ci]=e,this._$Ct._$AI(t,this,0)}}disconnected(){}reconnected(){}},Te=class{constructor(e){this.G=e}disconnect(){this.G=void 0}reconnect(e){this.G=e}deref(){return this.G}},Ee=class{constructor(){this.Y=void 0,this.Z=void 0}get(){return this.Y}pause(){this.Y??=new Promise(e=>this.Z=e)}resume(){this.Z?.(),this.Y=this.Z=void 0}},W=e=>!ye(e)&&typeof e.then==`function`,G=1073741823,De=oe(class extends we{constructor(){super(...arguments),this._$Cwt=G,this._$Cbt=[],this._$CK=new Te(this),this._$CX=new Ee}render(...e){return e.find(e=>!W(e))??h}update(e,t){let n=this._$Cbt,r=n.length;this._$Cbt=t;let i=this._$CK,a=this._$CX;this.isConnected||this.disconnected();for(let e=0;e<t.length&&!(e>this._$Cwt);e++){let o=t[e];if(!W(o))return this._$Cwt=e,o;e<r&&o===n[e]||(this._$Cwt=G,r=0,Promise.resolve(o).then(async e=>{for(;a.get();)await a.get();let t=i.deref();if(t!==void 0){let n=t._$Cbt.indexOf(o);n>-1&&n<t._$Cwt&&(t._$Cwt=n,t.setValue(e))}}))}return h}disconnected(){this._$CK.disconnect(),this._$CX.pause()}reconnected(){this._$CK.reconnect(this),this._$CX.resume()}}),Oe=(function(){let e=typeof document<`u`&&document.createElement(`link`).relList;return e&&e.supports&&e.supports(`modulepreload`)?`modulepreload`:`preload`})(),ke=function(e,t){return new URL(e,t).href},Ae={},je=function(e){return e.pathname.endsWith(`.css`)},Me=function(e,t,n){if(t in e)return e[t];let r=n();if(!r){e[t]=void 0;return}let i=r.then(()=>{e[t]=void 0},n=>{throw e[t]=void 0,n});return e[t]=i,i},K=function(e,t,n){let r=Promise.resolve();if(t&&t.length>0){let e,i=document.querySelector(`meta[property=csp-nonce]`),a=i?.nonce||i?.getAttribute(`nonce`);function o(e){return Promise.all(e.map(e=>Promise.resolve(e).then(e=>({status:`fulfilled`,value:e}),e=>({status:`rejected`,reason:e}))))}function s(e){return import.meta.resolve?new URL(import.meta.resolve(e)):new URL(e,import.meta.url)}r=o(t.map(t=>{t=ke(t,n);let r=s(t),i=je(r);return Me(Ae,r.href,()=>{if(e===void 0){e={all:new Set,styles:new Set};let t=document.getElementsByTagName(`link`);for(let n=t.length-1;n>=0;n--){let r=t[n];e.all.add(r.href),r.rel===`stylesheet`&&e.styles.add(r.href)}}if((i?e.styles:e.all).has(r.href))return;let t=document.createElement(`link`);if(t.rel=i?`stylesheet`:Oe,i||(t.as=`script`),t.crossOrigin=``,t.href=r.href,a&&t.setAttribute(`nonce`,a),document.head.appendChild(t),i)return new Promise((e,n)=>{let i=a=>{t.removeEventListener(`load`,i),t.removeEventListener(`error`,i),a.type===`error`?n(Error(`Unable to preload CSS for ${r}`)):e(a)};t.addEventListener(`load`,i),t.addEventListener(`error`,i)})})}).filter(e=>e!==void 0))}function i(e){let t=new Event(`vite:preloadError`,{cancelable:!0});if(t.payload=e,window.dispatchEvent(t),!t.defaultPrevented)throw e}return r.then(t=>{for(let e of t||[])e.status===`rejected`&&i(e.reason);return e().catch(i)})};function q(e,t){let n=!1;return r=>n?t(r):De(e().then(()=>(n=!0,t(r))),m``)}var J={people:{tab:`people`,render:q(()=>K(()=>import(`./people-page-BgLaillG.js`),__vite__mapDeps([0,1,2,3]),import.meta.url),()=>m`<people-page></people-page>`)},person:{tab:`people`,render:q(()=>K(()=>import(`./person-page-BCc8N1fC.js`),__vite__mapDeps([4,1,2,3,5]),import.meta.url),e=>m`<person-page .identityId=${e.path[1]??``}></person-page>`)},review:{tab:`review`,render:q(()=>K(()=>import(`./review-page-CkUIfzIa.js`),__vite__mapDeps([6,1,2,5]),import.meta.url),()=>m`<review-page></review-page>`)}};function Ne(e){let[t=`people`,n]=e.path;return J[t===`people`&&n!==void 0?`person`:t]??J.people}var Y=class extends d{constructor(){super(),l(this,()=>[this.services.toasts])}static{this.styles=[i,e,C`
      :host {
        position: fixed;
        left: 0;
        right: 0;
        bottom: calc(var(--bar-height, 0px) + 16px + env(safe-area-inset-bottom));
        display: grid;
        justify-items: center;
        gap: 8px;
        pointer-events: none;
        z-index: 20;
        padding: 0 12px;
      }
      .toast {
        pointer-events: auto;
        display: flex;
        align-items: center;
        gap: 6px;
        background: #20252e;
        color: #f3f5f8;
        border-radius: 12px;
        padding: 4px 4px 4px 18px;
        box-shadow: var(--shadow-2);
        max-width: 560px;
        min-height: 48px;
        animation: rise 180ms ease-out;
      }
      .toast.error {
        background: #7c1820;
      }
      button {
        background: transparent;
        border: 0;
        color: #b9ccff;
      }
      button:hover {
        background: rgb(255 255 255 / 12%);
      }
      .toast.error button,
      button.icon {
        color: inherit;
      }
      @keyframes rise {
        from {
          opacity: 0;
          transform: translateY(10px);
        }
      }
    `]}render(){let{toasts:e}=this.services;return m`<div role="status" aria-live="polite" class="stack">
      ${e.state.toasts.map(t=>m`<div class="toast ${t.kind}">
            <span class="grow">${t.text}</span>
            ${t.decisions.length?m`<button @click=${()=>void e.undo(t,y(`undo.done`))}>
                  ${y(`action.undo`)} <kbd>U</kbd>
                </button>`:_}
            <button class="icon" aria-label=${y(`action.close`)} @click=${()=>e.dismiss(t.id)}>
              <fr-icon path=${r}></fr-icon>
            </button>
          </div>`)}
    </div>`}};Y=v([f(`fr-toasts`)],Y);var X=class extends d{#e=0;constructor(){super(),l(this,()=>[this.services.site])}static{this.styles=[i,e,ne,C`
      header {
        display: flex;
        align-items: center;
        gap: 14px;
        padding: 14px 32px 0;
        max-width: 1480px;
        margin-inline: auto;
        min-height: 44px;
        color: var(--ink-3);
        font-size: 14px;
        justify-content: flex-end;
      }
      .site {
        margin-right: auto;
        display: flex;
        gap: 8px;
        min-width: 0;
      }
      a {
        display: inline-flex;
        align-items: center;
        gap: 8px;
        color: inherit;
        text-decoration: none;
        border-radius: 8px;
        padding: 4px 8px;
        margin-right: -8px;
      }
      a:hover {
        background: var(--surface-2);
      }
      .dot {
        width: 9px;
        height: 9px;
        border-radius: 50%;
        background: var(--ink-3);
      }
      .dot.ok {
        background: var(--good);
      }
      .dot.degraded,
      .dot.starting {
        background: var(--warn);
      }
      .dot.offline {
        background: var(--bad);
      }
      .banner {
        display: flex;
        gap: 10px;
        align-items: center;
        margin: 12px 32px 0;
        padding: 10px 14px;
        background: var(--warn-soft);
        color: var(--warn);
        border-radius: 11px;
      }
      @media (max-width: 700px) {
        header {
          padding: 10px 16px 0;
        }
        .banner {
          margin: 10px 16px 0;
        }
      }
    `]}connectedCallback(){super.connectedCallback(),this.#e=window.setInterval(()=>this.requestUpdate(),1e4)}disconnectedCallback(){super.disconnectedCallback(),clearInterval(this.#e)}render(){let{site:e}=this.services,{live:t,session:n,info:r}=e.state;return m`<header>
        <span class="site cut">${r?.instance===`main`?_:r?.instance}</span>
        ${n?.user?m`<span class="cut">${n.user}</span>`:_}
        <time class="numbers" title=${e.zone??``}>${te(e.now_s(),e.zone)}</time>
        ${this.#t()}
      </header>
      ${t?this.#r():this.#n()}`}#t(){let{health:e,live:t}=this.services.site.state,n=t?e?.status??`starting`:`offline`,r=y(`health.${n}`);return m`<a href="#/settings" aria-label=${`${y(`nav.settings`)}: ${r}`}
      ><span class="dot ${n}"></span>${r}</a
    >`}#n(){let{heard_ms:e}=this.services.site.state;return m`<div class="banner" role="status">
      <fr-icon path=${ie}></fr-icon>
      <span>${y(`offline.banner`,{age:b((Date.now()-e)/1e3)})}</span>
    </div>`}#r(){let{health:e}=this.services.site.state,t=[...e?.mqtt??[],...e?.frigate??[]].find(e=>e.problem)?.problem;return t?m`<div class="banner" role="status"><span>${t}</span></div>`:_}};X=v([f(`fr-header`)],X);var Pe=[{tab:`people`,icon:p},{tab:`search`,icon:ue},{tab:`review`,icon:g},{tab:`map`,icon:c},{tab:`cameras`,icon:a},{tab:`settings`,icon:t}],Z=class extends d{constructor(){super(),this.current=`people`,l(this,()=>[this.services.site])}static{this.styles=[i,C`
      nav {
        position: sticky;
        top: 0;
        height: 100dvh;
        padding: 22px 14px;
        display: flex;
        flex-direction: column;
        gap: 4px;
        border-right: 1px solid var(--line);
        background: var(--surface);
      }
      .brand {
        display: flex;
        align-items: center;
        gap: 11px;
        font-weight: 680;
        font-size: 16px;
        letter-spacing: -0.01em;
        padding: 2px 10px 22px;
        color: var(--ink);
        text-decoration: none;
        white-space: nowrap;
      }
      .brand svg {
        width: 30px;
        height: 30px;
        flex: none;
      }
      nav > a:not(.brand) {
        display: flex;
        align-items: center;
        gap: 13px;
        min-height: 44px;
        padding: 0 12px;
        border-radius: 11px;
        color: var(--ink-2);
        font-weight: 560;
        text-decoration: none;
        position: relative;
        --icon-size: 22px;
      }
      nav > a:not(.brand):hover {
        background: var(--surface-2);
      }
      nav > a[aria-current]:not(.brand) {
        background: var(--accent-soft);
        color: var(--accent-text);
      }
      .badge {
        margin-left: auto;
        min-width: 22px;
        padding: 0 6px;
        border-radius: 999px;
        background: var(--accent);
        color: var(--accent-ink);
        font-size: 12px;
        line-height: 22px;
        font-weight: 660;
        text-align: center;
      }
      @media (max-width: 1000px) {
        .brand span {
          display: none;
        }
        .brand {
          padding: 2px 8px 22px;
        }
        nav > a:not(.brand) {
          flex-direction: column;
          justify-content: center;
          gap: 2px;
          padding: 7px 0;
          font-size: 11px;
          line-height: 1.2;
        }
        .badge {
          position: absolute;
          top: 3px;
          right: 2px;
          min-width: 18px;
          line-height: 18px;
          font-size: 11px;
          padding: 0 4px;
        }
      }
      @media (max-width: 700px) {
        nav {
          position: fixed;
          inset: auto 0 0;
          height: auto;
          flex-direction: row;
          justify-content: space-around;
          gap: 0;
          padding: 5px 4px calc(5px + env(safe-area-inset-bottom));
          border-right: 0;
          border-top: 1px solid var(--line);
          z-index: 10;
        }
        .brand {
          display: none;
        }
        nav > a:not(.brand) {
          flex: 1;
          min-width: 0;
          min-height: 52px;
        }
        nav > a[aria-current]:not(.brand) {
          background: none;
        }
        .badge {
          right: calc(50% - 24px);
        }
      }
    `]}render(){let{reviews:e}=this.services.site.state;return m`<nav aria-label=${y(`nav.label`)}>
      <a class="brand" href="#/people">${Fe}<span>${y(`app.name`)}</span></a>
      ${Pe.map(({tab:t,icon:n})=>m`<a href="#/${t}" aria-current=${t===this.current?`page`:_}>
            <fr-icon path=${n}></fr-icon>${y(`nav.${t}`)}
            ${t===`review`&&e>0?m`<span class="badge" aria-label=${ae(`nav.open`,e)}>${e}</span>`:_}
          </a>`)}
    </nav>`}};v([u()],Z.prototype,`current`,void 0),Z=v([f(`fr-nav`)],Z);var Fe=m`<svg viewBox="0 0 64 64" aria-hidden="true">
  <rect width="64" height="64" rx="15" fill="#2f5bd7"></rect>
  <g fill="none" stroke="#fff" stroke-width="4.5" stroke-linecap="round">
    <path d="M14 47c8-1 7-13 15-14s9-11 17-13" stroke-dasharray="0.1 8.5"></path>
    <circle cx="14" cy="47" r="4.5" fill="#fff"></circle>
    <circle cx="48" cy="18" r="6.5"></circle>
  </g>
</svg>`,Q=class extends d{constructor(...e){super(...e),this.wrong=!1,this.busy=!1}static{this.styles=[i,e,x,C`
      main {
        min-height: 100dvh;
        display: grid;
        place-content: center;
        padding: 20px;
      }
      form {
        width: min(420px, calc(100vw - 40px));
        display: grid;
        gap: 18px;
        padding: 32px;
      }
      .wrong {
        color: var(--bad);
      }
      code {
        font-size: 13px;
      }
    `]}render(){return m`<main>
      <form class="card" @submit=${e=>void this.#e(e)}>
        <h1>${y(`signin.title`)}</h1>
        <p class="muted">${y(`signin.why`)}</p>
        <label class="field"
          >${y(`signin.token`)}
          <input
            name="token"
            type="password"
            autocomplete="current-password"
            required
            autofocus
            aria-describedby="wrong"
        /></label>
        <p id="wrong" class="wrong" role="alert">${this.wrong?y(`signin.wrong`):_}</p>
        <label class="check"
          ><input name="keep" type="checkbox" />${y(`signin.keep`)}</label
        >
        <button class="primary" ?disabled=${this.busy}>${y(`signin.enter`)}</button>
      </form>
    </main>`}async#e(e){e.preventDefault();let t=new FormData(e.target),n=String(t.get(`token`)??``).trim();n!==``&&(this.busy=!0,await this.services.signIn(n,t.has(`keep`)),this.busy=!1)}};v([u({type:Boolean})],Q.prototype,`wrong`,void 0),v([S()],Q.prototype,`busy`,void 0),Q=v([f(`fr-sign-in`)],Q);var $=class extends ce{constructor(...e){super(...e),this.#e=new _e(this,{context:se}),this.services=null}#e;static{this.styles=[i,e,C`
      :host {
        display: block;
        min-height: 100dvh;
      }
      .frame {
        display: grid;
        grid-template-columns: 224px minmax(0, 1fr);
        min-height: 100dvh;
      }
      main {
        padding: 20px 32px 64px;
        max-width: 1480px;
        width: 100%;
        margin-inline: auto;
        outline: none;
      }
      .skip {
        position: fixed;
        left: 12px;
        top: -60px;
        z-index: 30;
      }
      .skip:focus {
        top: 12px;
      }
      .waiting {
        min-height: 100dvh;
        display: grid;
        place-content: center;
      }
      @media (max-width: 1000px) {
        .frame {
          grid-template-columns: 76px minmax(0, 1fr);
        }
      }
      @media (max-width: 700px) {
        :host {
          --bar-height: 64px;
        }
        .frame {
          display: block;
        }
        main {
          padding: 8px 16px calc(88px + env(safe-area-inset-bottom));
        }
      }
    `]}start(e){this.#e.setValue(e),this.services=e,l(this,()=>[e.site,e.router]),this.#n(e),e.router.start(),e.router.subscribe(()=>this.#r()),e.site.enter(),setInterval(()=>this.requestUpdate(),3e4)}render(){if(this.services===null)return _;let{gate:e}=this.services.site.state;return e===`open`?this.#t():e===`starting`?m`<div class="waiting" role="status">${y(`app.name`)}</div>`:e===`unreachable`?m`<main class="waiting">
        <fr-notice heading=${y(`offline.title`)} text=${y(`offline.never`)}>
          <button class="primary" @click=${()=>void this.services?.site.enter()}>
            ${y(`action.again`)}
          </button>
        </fr-notice>
      </main>`:m`<fr-sign-in .wrong=${e===`wrong-token`}></fr-sign-in><fr-toasts></fr-toasts>`}#t(){let e=this.services?.router.state.place??{path:[],params:new URLSearchParams},t=Ne(e);return m`<a class="button skip" href="#main" @click=${e=>this.#i(e)}
        >${y(`app.skip`)}</a
      >
      <div class="frame">
        <fr-nav .current=${t.tab}></fr-nav>
        <div>
          <fr-header></fr-header>
          <main id="main" tabindex="-1">${t.render(e)}</main>
        </div>
      </div>
      <fr-toasts></fr-toasts>`}#n(e){e.site.subscribe(()=>this.requestUpdate())}#r(){this.requestUpdate(),window.scrollTo({top:0})}#i(e){e.preventDefault(),this.renderRoot.querySelector(`main`)?.focus()}};v([S()],$.prototype,`services`,void 0),$=v([f(`fr-app`)],$);var Ie=[`identities`,`sightings`,`health`,`reviews`,`searches`,`jobs`,`plan`];function Le(){let e=new URL(`api/`,new URL(`.`,location.href)).href,t=new R(sessionStorage,localStorage),n=new pe({base:e,token:()=>t.get(),onUnauthorized:()=>i.lock()}),r=new O({topics:Ie,open:()=>{let n=`${e.replace(/^http/,`ws`)}ws`;return new WebSocket(n,k(t.get()))},later:(e,t)=>{let n=setTimeout(t,e*1e3);return()=>clearTimeout(n)}}),i=new z({api:n,live:r,hasToken:()=>t.get()!==null,now:()=>Date.now()});return{api:n,live:r,site:i,router:new P(window),pictures:new N({fetch:e=>n.blob(e),toUrl:e=>URL.createObjectURL(e),revoke:e=>URL.revokeObjectURL(e)}),toasts:new me(n,(e,t)=>setTimeout(t,e*1e3)),signIn:async(e,n)=>{t.keep(e,n),await i.enter(),i.state.gate!==`open`&&t.forget()},signOut:()=>{t.forget(),i.lock()}}}document.querySelector(`fr-app`)?.start(Le());export{I as t};