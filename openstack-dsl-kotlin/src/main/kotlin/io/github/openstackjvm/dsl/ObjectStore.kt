package io.github.openstackjvm.dsl

import io.github.openstackjvm.objectstore.ContainerSettings
import io.github.openstackjvm.objectstore.Containers
import io.github.openstackjvm.objectstore.ObjectHeaders
import io.github.openstackjvm.objectstore.ObjectStoreService
import io.github.openstackjvm.objectstore.StorageAccount
import io.github.openstackjvm.objectstore.StoreInfos
import io.github.openstackjvm.objectstore.TempUrl
import io.github.openstackjvm.objectstore.UploadForm
import kotlin.time.Duration
import kotlin.time.toJavaDuration

/** What the account holds in all, its metadata and keys. */
public val ObjectStoreService.account: StorageAccount get() = account()

/** Where objects are. */
public val ObjectStoreService.containers: Containers get() = containers()

/** What this object store can do, and how much of it. */
public val ObjectStoreService.info: StoreInfos get() = info()

/** How long browsers may rely on what scripts of other pages may do. */
public fun <S : ContainerSettings<S>> S.corsMaxAge(age: Duration): S = corsMaxAge(age.toJavaDuration())

/** Deletes the object after this time. */
public fun <S : ObjectHeaders<S>> S.deleteAfter(time: Duration): S = deleteAfter(time.toJavaDuration())

/** From now on, for so long. */
public fun TempUrl.validFor(time: Duration): TempUrl = validFor(time.toJavaDuration())

/** When what was put is deleted again. */
public fun UploadForm.Terms.deleteAfter(time: Duration): UploadForm.Terms = deleteAfter(time.toJavaDuration())
