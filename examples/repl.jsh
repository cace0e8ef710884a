import io.github.openstackjvm.*
import io.github.openstackjvm.blockstorage.*
import io.github.openstackjvm.compute.*
import io.github.openstackjvm.config.*
import io.github.openstackjvm.error.*
import io.github.openstackjvm.examples.Repl
import io.github.openstackjvm.image.*
import io.github.openstackjvm.network.*
import io.github.openstackjvm.objectstore.*
import io.github.openstackjvm.resource.*
import io.github.openstackjvm.session.*
import io.github.openstackjvm.testkit.*
import io.github.openstackjvm.transfer.*
Cloud cloud = Repl.connect()
System.out.println("cloud is " + cloud.name() + ": try cloud.compute().flavors().list().toList()")
